package dev.quintet.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.wire.RecordDecoder;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TailLineTest {
    private static final PlaceOrder ORDER =
            new PlaceOrder("o-1", "alice", "burger-day", "akaso-1", List.of(new OrderLine("classic", 2)), "tok_ok");

    private final StubRegistry registry = StubRegistry.start();

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @SuppressWarnings("NullAway") // Kafka's records have null keys and values.
    private TailLine line(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        var headers = new RecordHeaders();
        headers.add("text", "plain".getBytes(UTF_8));
        headers.add("bytes", new byte[] {(byte) 0xff});
        var record = new ConsumerRecord<>(
                topic, 2, 7, 1_000, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
        return TailLine.of(record, new RecordDecoder(registry.configs()));
    }

    private byte[] command() {
        return new WireSerdes(registry.configs()).orderCommand().serializer().serialize(Topics.ORDER_COMMANDS, ORDER);
    }

    @Test
    void aCommandIsShownWithItsTypeAndFields() {
        assertThat(line(Topics.ORDER_COMMANDS, "alice".getBytes(UTF_8), command()))
                .hasToString("{\"topic\":\"order.commands\",\"partition\":2,\"offset\":7,"
                        + "\"timestamp\":\"1970-01-01T00:00:01.000Z\",\"key\":\"alice\","
                        + "\"headers\":{\"text\":\"plain\",\"bytesBase64\":\"/w==\"},"
                        + "\"value\":{\"command\":{\"@type\":\"PlaceOrder\",\"orderId\":\"o-1\",\"customerId\":\"alice\","
                        + "\"promotionId\":\"burger-day\",\"outletId\":\"akaso-1\","
                        + "\"lines\":[{\"itemId\":\"classic\",\"quantity\":2}],\"paymentMethod\":\"tok_ok\"}}}");
    }

    @Test
    void anOrderIsFoundByKeyAndInTheValue() {
        var line = line(Topics.ORDER_COMMANDS, "alice".getBytes(UTF_8), command());
        assertThat(line.isAbout("o-1")).isTrue();
        assertThat(line.isAbout("alice")).isTrue();
        assertThat(line.isAbout("o-2")).isFalse();
    }

    @Test
    void aTombstoneHasNoValue() {
        assertThat(line(Topics.PROMOTIONS, "lunch".getBytes(UTF_8), null).toString())
                .endsWith(",\"value\":null}");
    }

    @Test
    void aDeadLetterIsShownRaw() {
        assertThat(line(Topics.DEAD_LETTER, null, new byte[] {1, 2, 3}).toString())
                .contains("\"key\":null")
                .endsWith(",\"valueBase64\":\"AQID\"}");
    }

    @Test
    void whatCannotBeDecodedIsShownRawWithTheCause() {
        assertThat(line(Topics.ORDER_EVENTS, new byte[] {0, 1}, new byte[] {7, 0, 0, 0, 0})
                        .toString())
                .contains("\"keyBase64\":\"AAE=\"")
                .contains("\"undecodable\":\"Magic byte 7 where 0 must be")
                .endsWith("\"valueBase64\":\"BwAAAAA=\"}");
    }
}
