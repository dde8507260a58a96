package dev.quintet.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records in Confluent's wire format, whichever schema they were written with. May be shared by threads. */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private static final int MAX_READERS = 1_000;

    private final AvroType<T> type;
    private final RegistryClient registry;
    private final Spare<BinaryDecoder> decoders =
            new Spare<>(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));
    private final ConcurrentHashMap<Integer, SchemaReader<T>> readers = new ConcurrentHashMap<>();
    private volatile @Nullable SchemaReader<T> latest;

    AvroDeserializer(AvroType<T> type, SerdeConfig config) {
        this.type = type;
        this.registry = RegistryClient.shared(config.registry());
    }

    /** Reads what was written with one schema. */
    private record SchemaReader<T>(int schemaId, DatumReader<T> reader) {}

    /**
     * Reads a record.
     *
     * @throws PoisonRecordException when no retry will make the bytes readable
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws RegistryRefusedException when it does not let us in
     */
    @Override
    @SuppressWarnings("NullAway") // Kafka hands over null for a tombstone.
    public T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var id = WireFormat.schemaId(bytes);
        var latest = this.latest;
        var reader = latest != null && latest.schemaId == id ? latest : reader(id);
        var idle = decoders.take();
        var decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, idle);
        var value = read(reader, decoder);
        decoders.giveBack(decoder);
        return value;
    }

    @SuppressWarnings("NullAway") // Avro takes null for "no object to reuse".
    private T read(SchemaReader<T> reader, BinaryDecoder decoder) {
        try {
            var value = reader.reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new PoisonRecordException(
                        "Bytes are left behind the end of this " + type.name() + " of schema " + reader.schemaId);
            }
            return value;
        } catch (EOFException e) {
            throw new PoisonRecordException("The bytes end in the middle of this " + type.name(), e);
        } catch (SecurityException | PoisonRecordException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PoisonRecordException(
                    "The bytes are no " + type.name() + " of schema " + reader.schemaId + ": " + e.getMessage(), e);
        }
    }

    private SchemaReader<T> reader(int id) {
        var known = readers.get(id);
        if (known == null) {
            known = new SchemaReader<>(id, resolve(id));
            // Whoever can write to a topic can name every schema of a registry: start over rather than grow.
            if (readers.size() >= MAX_READERS) {
                readers.clear();
            }
            readers.put(id, known);
        }
        latest = known;
        return known;
    }

    private DatumReader<T> resolve(int id) {
        var writerSchema = registry.schema(id);
        try {
            return type.readerOf(writerSchema);
        } catch (SecurityException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PoisonRecordException(
                    "Schema " + id + " cannot be read as " + type.name() + ": " + e.getMessage(), e);
        }
    }
}
