package dev.quintet.wire;

import static dev.quintet.wire.Samples.serde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.wire.avro.OrderCommand;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryOutageTest {
    private static final String TOPIC = "order.commands";

    private final StubRegistry registry = StubRegistry.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aPassingOutageIsSatOut(int status) {
        // given
        registry.answerNext(status, "");
        registry.answerNext(status, "<html>busy</html>");
        var serde = serde(OrderCommand.class, registry.configs());

        // when
        var bytes = serde.serializer().serialize(TOPIC, Samples.command());

        // then
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void aLastingOutageIsNoPoison() {
        // given
        var bytes = serde(OrderCommand.class, registry.configs()).serializer().serialize(TOPIC, Samples.command());
        var impatient = serde(OrderCommand.class, impatient(registry.url())).deserializer();
        registry.close();

        // then
        assertThatThrownBy(() -> impatient.deserialize(TOPIC, bytes))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(registry.url())
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void aRegistryThatHangsIsGivenUp() {
        // given
        var serializer = serde(OrderCommand.class, impatient(registry.url())).serializer();
        var never = new CountDownLatch(1);
        registry.before(() -> waitFor(never));

        // then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.command()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no answer within");
    }

    @Test
    void aFailedLookUpIsForgotten() {
        // given
        var serializer = serde(OrderCommand.class, impatient(registry.url())).serializer();
        registry.answer("/subjects/order.commands-value/versions", 503, "");
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.command()))
                .isInstanceOf(RegistryUnavailableException.class);

        // when
        registry.answer("/subjects/order.commands-value/versions", 200, "{\"id\":77}");

        // then
        assertThat(WireFormat.schemaId(serializer.serialize(TOPIC, Samples.command())))
                .isEqualTo(77);
    }

    @Test
    void anotherAddressOfTheRegistryStandsIn() {
        // given
        var dead = StubRegistry.start();
        dead.close();
        var serde = serde(OrderCommand.class, impatient(dead.url() + "," + registry.url() + "/"));

        // when
        var bytes = serde.serializer().serialize(TOPIC, Samples.command());

        // then
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
    }

    @Test
    void theIncompatibleSchemaIsNamed() {
        registry.answerNext(409, "{\"error_code\":409,\"message\":\"READER_FIELD_MISSING_DEFAULT_VALUE\"}");
        var serializer = serde(OrderCommand.class, registry.configs()).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.command()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("order.commands-value")
                .hasMessageContaining("field with a default")
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void theInvalidSchemaIsNamed() {
        registry.answerNext(422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");
        var serializer = serde(OrderCommand.class, registry.configs()).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.command()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("mend the schema");
    }

    @Test
    void refusedCredentialsAreNoPoison() {
        registry.answer("/schemas/ids/1", 401, "");
        var deserializer = serde(OrderCommand.class, registry.configs()).deserializer();

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 0}))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void aWrongPathIsNoPoison() {
        registry.answer("/schemas/ids/1", 404, "<html>no such page</html>");
        var deserializer = serde(OrderCommand.class, registry.configs()).deserializer();

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 0}))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("schema.registry.url");
    }

    private static Map<String, Object> impatient(String url) {
        return Map.of(SerdeConfig.URL, url, SerdeConfig.RETRY_LIMIT, 400, SerdeConfig.ATTEMPT_TIMEOUT, 200);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
