package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.harness.Seeds;
import dev.quintet.wire.Topics;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Bodies that are spoilt at random: every one is answered, and never as a fault of ours. */
final class MalformedBodyFuzzTest {
    private static final int BODIES = Integer.getInteger("quintet.fuzz.bodies", 1_500);
    private static final List<String> SPICES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e308",
            "1e999999",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "/**/",
            "NaN",
            "-",
            "9999999999999999999999999999999999999999999",
            "\ufeff",
            "\u2028",
            "𝒳",
            "\"orderId\":\"x\",",
            "\"ROLLING(PT99999999999999H)\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"SALE\"");

    private enum Target {
        ORDER("POST", "/v1/orders", Bodies.ORDER),
        PROMOTION(
                "PUT",
                "/v1/promotions/fuzz",
                Bodies.PROMOTION.replace("{\"name\"", "{\"startsAt\":\"2026-11-21T10:00:00Z\",\"name\"")),
        ITEM("PUT", "/v1/menu/fuzz", Bodies.ITEM);

        private final String method;
        private final String path;
        private final String body;

        Target(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }
    }

    @Test
    void spoiltBodyIsNeverAFaultOfOurs() {
        var random = Seeds.random("MalformedBodyFuzzTest");
        try (var http = new HttpUnderTest()) {
            encodeWhatIsPlaced(http);
            var answers = new EnumMap<Target, Map<Integer, Integer>>(Target.class);
            for (int i = 0; i < BODIES; i++) {
                var target = Target.values()[random.nextInt(Target.values().length)];
                var body = spoil(target.body.getBytes(UTF_8), random);
                int status = send(http, target, body);
                answers.computeIfAbsent(target, _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
            }
            System.out.println("MalformedBodyFuzzTest: " + answers);
        }
    }

    /** What gets through the route must get through the serde as well. */
    private static void encodeWhatIsPlaced(HttpUnderTest http) {
        Serializer<OrderCommand> serializer =
                http.reference.serdes().orderCommand().serializer();
        http.placement.answer((PlaceOrder order) -> {
            serializer.serialize(Topics.ORDER_COMMANDS, order);
            return StubPlacement.judged(SampleVerdicts.accepted(order));
        });
    }

    private static int send(HttpUnderTest http, Target target, byte[] body) {
        var answer = http.send(
                target.method, target.path, BodyPublishers.ofByteArray(body), "Content-Type", "application/json");
        assertThat(answer.status()).as(() -> new String(body, UTF_8)).isBetween(200, 499);
        return answer.status();
    }

    private static byte[] spoil(byte[] body, SplittableRandom random) {
        var spoilt = body;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            spoilt = spoilOnce(spoilt, random);
        }
        return spoilt;
    }

    private static byte[] spoilOnce(byte[] body, SplittableRandom random) {
        int at = random.nextInt(body.length + 1);
        int until = Math.min(body.length, at + random.nextInt(12));
        return switch (random.nextInt(7)) {
            case 0 -> join(body, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1 -> join(body, at, Math.min(body.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 -> join(body, at, until, new byte[0]);
            case 3 -> join(body, at, until, spice(random));
            case 4 -> join(body, at, at, Arrays.copyOfRange(body, at, until));
            case 5 -> join(body, at, body.length, new byte[0]);
            default ->
                join(
                        body,
                        at,
                        at,
                        new String(spice(random), UTF_8)
                                .repeat(random.nextInt(1, 2_000))
                                .getBytes(UTF_8));
        };
    }

    private static byte[] spice(SplittableRandom random) {
        return SPICES.get(random.nextInt(SPICES.size())).getBytes(UTF_8);
    }

    private static byte[] join(byte[] body, int from, int until, byte[] between) {
        var joined = new ByteArrayOutputStream();
        joined.write(body, 0, from);
        joined.writeBytes(between);
        joined.write(body, until, body.length - until);
        return joined.toByteArray();
    }
}
