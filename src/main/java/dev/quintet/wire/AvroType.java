package dev.quintet.wire;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.config.ConfigException;

/**
 * A generated Avro class, with what is needed to read and write it fast.
 *
 * @param data its conversions, with the reader that resolves schemas once and the writers that were generated
 */
record AvroType<T extends SpecificRecord>(Class<T> type, Schema schema, SpecificData data) {
    /** Readers for values that every order reads several times, each for the schema of this build alone. */
    private static final Map<Class<?>, DatumReader<?>> BY_HAND =
            Map.of(dev.quintet.wire.avro.SlotWindow.class, new SlotWindowReader());

    private static final String TRUSTED_PACKAGES = "org.apache.avro.SERIALIZABLE_PACKAGES";

    /**
     * @throws ConfigException when this JVM was not told that Avro may create the class
     */
    static <T extends SpecificRecord> AvroType<T> of(Class<T> type) {
        try {
            ClassSecurityValidator.validate(type);
        } catch (SecurityException e) {
            throw new ConfigException("Avro may not create objects of " + type.getName() + ": start the JVM with -D"
                    + TRUSTED_PACKAGES + "=" + type.getPackageName());
        }
        var data = new SpecificData(type.getClassLoader());
        SpecificData.getForClass(type).getConversions().forEach(data::addLogicalTypeConversion);
        data.setFastReaderEnabled(true);
        data.setCustomCoders(true);
        return new AvroType<>(type, data.getSchema(type), data);
    }

    /** A reader for values that were written with a schema. */
    DatumReader<T> readerOf(Schema writerSchema) throws IOException {
        @SuppressWarnings("unchecked") // Each is kept under the class that it reads.
        var byHand = (DatumReader<T>) BY_HAND.get(type);
        return byHand != null && isLaidOutLike(writerSchema)
                ? byHand
                : data.getFastReaderBuilder().createDatumReader(writerSchema, schema);
    }

    private boolean isLaidOutLike(Schema writerSchema) {
        return SchemaNormalization.toParsingForm(writerSchema).equals(SchemaNormalization.toParsingForm(schema));
    }

    String name() {
        return schema.getFullName();
    }
}
