package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.wire.avro.OrderCommand;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ForeignSerdeTest {
    private static final AtomicReference<Object> OUTCOME = new AtomicReference<>();
    private static final AtomicReference<@Nullable Object> NEXT = new AtomicReference<>();

    /** Gives or throws what the test says; named by the settings, so it needs a public constructor. */
    public static final class Foreign implements Serde<SpecificRecord> {
        @Override
        public Serializer<SpecificRecord> serializer() {
            return (_, _) -> new byte[0];
        }

        @Override
        public Deserializer<SpecificRecord> deserializer() {
            return (_, _) -> {
                if (OUTCOME.get() instanceof Exception error) {
                    var next = NEXT.getAndSet(null);
                    if (next != null) {
                        OUTCOME.set(next);
                    }
                    throw new SerializationException("Error", error);
                }
                return (SpecificRecord) OUTCOME.get();
            };
        }
    }

    /** Has the name and the getters of Confluent's. */
    public static final class RestClientException extends Exception {
        private final int status;
        private final int code;

        RestClientException(int status, int code) {
            super("HTTP " + status);
            this.status = status;
            this.code = code;
        }

        public int getStatus() {
            return status;
        }

        public int getErrorCode() {
            return code;
        }
    }

    @Test
    void theSerdeThatTheSettingsNameIsUsed() {
        OUTCOME.set(Samples.command());

        assertThat(read()).isEqualTo(Samples.command());
    }

    @Test
    void itsErrorsAreToldApart() {
        assertThatItThrows(new ConnectException(), RegistryUnavailableException.class);
        assertThatItThrows(new IOException("reset"), RegistryUnavailableException.class);
        assertThatItThrows(new RestClientException(503, 50003), RegistryUnavailableException.class);
        assertThatItThrows(new RestClientException(429, 429), RegistryUnavailableException.class);
        assertThatItThrows(new RestClientException(401, 401), RegistryRefusedException.class);
        assertThatItThrows(new RestClientException(404, 40403), PoisonRecordException.class);
        assertThatItThrows(new EOFException(), PoisonRecordException.class);
        assertThatItThrows(new IllegalStateException("Unknown magic byte!"), PoisonRecordException.class);
    }

    @Test
    void aSchemaThatItsRegistryDoesNotKnowYetIsAskedForAgain() {
        OUTCOME.set(new RestClientException(404, 40403));
        NEXT.set(Samples.command());

        assertThat(read()).isEqualTo(Samples.command());
    }

    @Test
    void aRecordOfAnotherTypeIsPoison() {
        OUTCOME.set(Samples.event());

        assertThatThrownBy(ForeignSerdeTest::read).isInstanceOf(PoisonRecordException.class);
    }

    @Test
    void aSerdeThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () -> SerdeChoice.of(OrderCommand.class, Map.of(SerdeChoice.SERDE_CLASS, "com.acme.NoSerde")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("quintet.avro.serde.class")
                .hasMessageContaining("com.acme.NoSerde");
    }

    private static void assertThatItThrows(Exception error, Class<? extends Exception> expected) {
        OUTCOME.set(error);
        assertThatThrownBy(ForeignSerdeTest::read).isInstanceOf(expected);
    }

    private static OrderCommand read() {
        var serde = SerdeChoice.of(OrderCommand.class, Map.of(SerdeChoice.SERDE_CLASS, Foreign.class.getName()));
        serde.configure(Map.of(SerdeConfig.UNKNOWN_LIMIT, NEXT.get() == null ? 0 : 60_000), false);
        return serde.deserializer().deserialize("order.commands", new byte[0]);
    }
}
