package dev.quintet.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A serde of somebody else's, whose errors are told apart as ours are: bad record, registry away, registry refuses. */
final class ForeignSerde<T extends SpecificRecord> implements Serde<T> {
    private static final int UNKNOWN_SCHEMA_ID = 40_403;

    private final Class<T> type;
    private final Serde<SpecificRecord> foreign;
    private Lag lag = new Lag(SerdeConfig.unknownLimit(Map.of()));

    ForeignSerde(Class<T> type, Serde<SpecificRecord> foreign) {
        this.type = type;
        this.foreign = foreign;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        var _ = AvroType.of(type);
        foreign.configure(configs, isKey);
        lag = new Lag(SerdeConfig.unknownLimit(configs));
    }

    @Override
    public void close() {
        foreign.close();
    }

    @Override
    public Serializer<T> serializer() {
        var serializer = foreign.serializer();
        return (topic, value) -> {
            try {
                return serializer.serialize(topic, value);
            } catch (RuntimeException e) {
                var registryFault = registryFault(e);
                throw registryFault == null ? e : registryFault;
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        var deserializer = foreign.deserializer();
        return (topic, bytes) -> {
            var attempt = lag.ask(() -> attempt(deserializer, topic, bytes), Attempt::isUnknown);
            var value = attempt.value;
            var e = attempt.error;
            if (e != null) {
                var registryFault = registryFault(e);
                throw registryFault == null
                        ? new PoisonRecordException("The bytes are no " + type.getName() + ": " + e.getMessage(), e)
                        : registryFault;
            }
            if (value != null && !type.isInstance(value)) {
                throw new PoisonRecordException(
                        "The bytes are a " + value.getClass().getName() + ", no " + type.getName());
            }
            return type.cast(value);
        };
    }

    /** What came of reading a record: a value, which may be null, or an error. */
    private record Attempt(
            @Nullable SpecificRecord value, @Nullable RuntimeException error) {
        /** Whether the registry says that nobody has the schema. */
        boolean isUnknown() {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (isOfRegistry(cause)) {
                    return number(cause, "getErrorCode") == UNKNOWN_SCHEMA_ID;
                }
            }
            return false;
        }
    }

    private static Attempt attempt(Deserializer<SpecificRecord> deserializer, String topic, byte[] bytes) {
        try {
            return new Attempt(deserializer.deserialize(topic, bytes), null);
        } catch (RuntimeException e) {
            return new Attempt(null, e);
        }
    }

    private static boolean isOfRegistry(Throwable cause) {
        return cause.getClass().getSimpleName().equals("RestClientException");
    }

    private static @Nullable RuntimeException registryFault(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isOfRegistry(cause)) {
                return refusalOrOutage(error, number(cause, "getStatus"), number(cause, "getErrorCode"));
            }
            var isOutage = cause instanceof IOException && !(cause instanceof EOFException);
            if (isOutage || cause instanceof RetriableException) {
                return outage(error);
            }
        }
        return null;
    }

    private static @Nullable RuntimeException refusalOrOutage(RuntimeException error, int status, int code) {
        if (code == UNKNOWN_SCHEMA_ID) {
            return null;
        }
        return status == 408 || status == 429 || status >= 500
                ? outage(error)
                : new RegistryRefusedException("The schema registry refuses: " + error.getMessage());
    }

    private static RegistryUnavailableException outage(RuntimeException error) {
        return new RegistryUnavailableException("The schema registry does not answer: " + error.getMessage(), error);
    }

    // By name, because its class is not on our class path.
    private static int number(Throwable error, String getter) {
        try {
            return error.getClass().getMethod(getter).invoke(error) instanceof Integer value ? value : 0;
        } catch (ReflectiveOperationException e) {
            return 0;
        }
    }
}
