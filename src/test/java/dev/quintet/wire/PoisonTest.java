package dev.quintet.wire;

import static dev.quintet.wire.Samples.serde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.wire.avro.OrderCommand;
import dev.quintet.wire.avro.OrderEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PoisonTest {
    private static final String TOPIC = "order.events";
    private static final int MUTANTS = 20_000;

    private final StubRegistry registry = StubRegistry.start();
    private final AvroSerde<OrderEvent> serde =
            serde(OrderEvent.class, Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.UNKNOWN_LIMIT, 0));
    private byte[] good = {};

    @BeforeEach
    void write() {
        good = serde.serializer().serialize(TOPIC, Samples.event());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void everyTruncationIsPoison() {
        for (int length = 0; length < good.length; length++) {
            var cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(PoisonRecordException.class);
        }
    }

    @Test
    void whatIsLeftBehindTheEndIsPoison() {
        var longer = Arrays.copyOf(good, good.length + 1);

        assertThatThrownBy(() -> read(longer))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("behind the end");
    }

    @Test
    void theMagicByteIsExplained() {
        assertThatThrownBy(() -> read("{\"orderId\":\"o-1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("Magic byte 123");
        assertThatThrownBy(() -> read(new byte[] {1, 0, 0, 0, 0, 0}))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("newer Confluent");
    }

    @Test
    void anUnknownSchemaIdIsPoisonEachTimeItIsAsked() {
        var unknown = good.clone();
        unknown[4] = 99;

        assertThatThrownBy(() -> read(unknown))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("no schema 99");
        assertThatThrownBy(() -> read(unknown)).isInstanceOf(PoisonRecordException.class);
        assertThat(registry.requests())
                .filteredOn("GET /schemas/ids/99"::equals)
                .hasSize(2);
    }

    @Test
    void aRecordOfAnotherTypeIsPoison() {
        var command = serde(OrderCommand.class, registry.configs()).serializer().serialize("c", Samples.command());

        assertThatThrownBy(() -> read(command))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("dev.quintet.wire.avro.OrderEvent");
    }

    @Test
    void mutatedBytesAreReadOrPoisonAndNothingElse() {
        // given
        var random = new Random(42);
        var poisoned = 0;

        // when
        for (int i = 0; i < MUTANTS; i++) {
            var mutant = mutant(random);
            try {
                read(mutant);
            } catch (PoisonRecordException e) {
                poisoned++;
            }
        }

        // then
        assertThat(poisoned).isGreaterThan(MUTANTS / 4);
        assertThat(read(good)).isEqualTo(Samples.event());
    }

    @Test
    void aSchemaThatTheRegistryMakesTooLargeIsPoison() {
        assertPoison(schema("\"" + "x".repeat(2 << 20) + "\""), "longer than");
    }

    @Test
    void aSchemaThatIsTooDeepIsPoison() {
        assertPoison(
                schema("{\"type\":\"array\",\"items\":".repeat(5_000) + "\"int\"" + "}".repeat(5_000)), "too deep");
    }

    @Test
    void aSchemaThatExplodesIsPoison() {
        var records = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{'name':'f%d','type':{'type':'record','name':'R%d','fields':[%s]}}",
                        i,
                        i,
                        i == 1
                                ? ""
                                : String.format(
                                        Locale.ROOT, "{'name':'a','type':'R%1$d'},{'name':'b','type':'R%1$d'}", i - 1)))
                .collect(Collectors.joining(","));

        assertPoison(schema("{'type':'record','name':'Bomb','fields':[" + records + "]}"), "parts");
    }

    @Test
    void aSchemaThatIsNoneIsPoison() {
        assertPoison(schema("{'type':'nonsense'}"), "no valid Avro schema");
        assertPoison("no json at all", "not JSON");
        assertPoison("{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}", "PROTOBUF");
    }

    private void assertPoison(String answer, String cause) {
        registry.answer("/schemas/ids/55", 200, answer);
        var bytes = new byte[] {0, 0, 0, 0, 55, 0};
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining(cause);
    }

    private static String schema(String text) {
        return "{\"schema\":\"" + text.replace('\'', '"').replace("\"", "\\\"") + "\"}";
    }

    /** The good bytes with one to three of them changed, behind the schema id, and now and then a part repeated. */
    private byte[] mutant(Random random) {
        var mutant = random.nextInt(10) == 0 ? Arrays.copyOf(good, good.length + random.nextInt(64)) : good.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            var position = WireFormat.HEADER_BYTES + random.nextInt(mutant.length - WireFormat.HEADER_BYTES);
            mutant[position] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    private OrderEvent read(byte[] bytes) {
        Deserializer<OrderEvent> deserializer = serde.deserializer();
        return deserializer.deserialize(TOPIC, bytes);
    }
}
