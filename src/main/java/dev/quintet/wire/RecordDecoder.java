package dev.quintet.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;

/** Turns any value in Confluent's wire format into JSON for people, by the schema that it was written with. */
public final class RecordDecoder {
    private static final List<Conversion<?>> CONVERSIONS = List.of(
            new TimeConversions.DateConversion(),
            new TimeConversions.TimeMillisConversion(),
            new TimeConversions.TimeMicrosConversion(),
            new TimeConversions.TimestampMillisConversion(),
            new TimeConversions.TimestampMicrosConversion(),
            new TimeConversions.LocalTimestampMillisConversion(),
            new TimeConversions.LocalTimestampMicrosConversion(),
            new Conversions.DecimalConversion(),
            new Conversions.UUIDConversion());

    private final RegistryClient registry;
    private final GenericData data = new GenericData();

    /** @param configs Confluent's keys, {@code schema.registry.url} at the least */
    public RecordDecoder(Map<String, ?> configs) {
        registry = RegistryClient.shared(SerdeConfig.parse(configs, false).registry());
        CONVERSIONS.forEach(data::addLogicalTypeConversion);
        data.setFastReaderEnabled(true);
    }

    /**
     * The JSON of a value.
     *
     * @throws PoisonRecordException when no retry will make the bytes readable
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws RegistryRefusedException when it does not let us in
     */
    public JsonNode decode(byte[] bytes) {
        int id = WireFormat.schemaId(bytes);
        var schema = registry.schema(id);
        try {
            return new AvroJson(data).of(schema, read(schema, bytes));
        } catch (EOFException e) {
            throw new PoisonRecordException("The bytes end in the middle of this " + schema.getFullName(), e);
        } catch (PoisonRecordException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PoisonRecordException(
                    "The bytes are no " + schema.getFullName() + " of schema " + id + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("NullAway") // Avro takes null for "no object to reuse", and gives null for a null.
    private Object read(Schema schema, byte[] bytes) throws IOException {
        var decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
        var value = new GenericDatumReader<Object>(schema, schema, data).read(null, decoder);
        if (!decoder.isEnd()) {
            throw new PoisonRecordException("Bytes are left behind the end of this " + schema.getFullName());
        }
        return value;
    }
}
