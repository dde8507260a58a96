package dev.quintet.wire;

import static dev.quintet.wire.Samples.serde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.wire.avro.OrderCommand;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A registry with followers tells what is new a little later at some of its addresses. */
final class RegistryLagTest {
    private static final String TOPIC = "order.commands";

    private final StubRegistry registry = StubRegistry.start();
    private final StubRegistry follower = StubRegistry.start();

    @AfterEach
    void stop() {
        registry.close();
        follower.close();
    }

    @Test
    void schemaThatIsNotKnownYetIsAskedForAgain() throws IOException {
        // given: written by somebody else
        var bytes = bytes();
        var deserializer =
                serde(OrderCommand.class, asAnother(registry.url(), 60_000)).deserializer();
        int before = registry.requests().size();

        // when
        for (int i = 0; i < 3; i++) {
            registry.answerNext(404, unknownSchema());
        }

        // then
        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
        assertThat(registry.requests()).hasSize(before + 4);
    }

    @Test
    void anotherAddressMayKnowIt() {
        var bytes = bytes();

        var deserializer = serde(OrderCommand.class, asAnother(follower.url() + "," + registry.url(), 0))
                .deserializer();

        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
        assertThat(follower.requests()).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void schemaThatWeRegisteredIsKnownWithoutAsking() throws IOException {
        registry.answer("/schemas/ids/1", 404, unknownSchema());
        var serde = serde(OrderCommand.class, asAnother(registry.url(), 0));

        var bytes = serde.serializer().serialize(TOPIC, Samples.command());

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
        assertThat(registry.requests()).containsExactly("POST /subjects/order.commands-value/versions");
    }

    @Test
    void schemaThatSomebodyElseRegisteredIsFoundAgain() throws IOException {
        // given
        bytes();
        var configs = Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, "false");

        // when
        registry.answerNext(404, unknownSchema());
        registry.answerNext(
                404, StubRegistry.problem(404, 40401, "Subject not found").body());

        // then
        var bytes = serde(OrderCommand.class, configs).serializer().serialize(TOPIC, Samples.command());
        assertThat(WireFormat.schemaId(bytes)).isEqualTo(1);
    }

    @Test
    void schemaThatNobodyKnowsIsPoisonAndTheNextOnesAreAtOnce() {
        // given
        var deserializer =
                serde(OrderCommand.class, asAnother(registry.url(), 1_000)).deserializer();

        // when
        assertPoison(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 77, 0}));
        int first = registry.requests().size();
        for (byte id = 78; id < 88; id++) {
            var bytes = new byte[] {0, 0, 0, 0, id, 0};
            assertPoison(() -> deserializer.deserialize(TOPIC, bytes));
        }

        // then: the first was asked for again, the others once
        assertThat(first).isGreaterThan(1);
        assertThat(registry.requests()).hasSize(first + 10);
    }

    private static void assertPoison(Runnable read) {
        assertThatThrownBy(read::run).isInstanceOf(PoisonRecordException.class).hasMessageContaining("knows no schema");
    }

    private byte[] bytes() {
        return serde(OrderCommand.class, registry.configs()).serializer().serialize(TOPIC, Samples.command());
    }

    /** The settings of another process: it shares no cache with the writer. */
    private static Map<String, Object> asAnother(String urls, long unknownLimit) {
        return Map.of(SerdeConfig.URL, urls, SerdeConfig.UNKNOWN_LIMIT, unknownLimit);
    }

    private static String unknownSchema() throws IOException {
        return StubRegistry.problem(404, 40403, "Schema not found").body();
    }
}
