package dev.quintet.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quintet.domain.order.Timestamps;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values as JSON for people: unions bare, instants in ISO 8601, bytes in base64. Where a union leaves open which
 * record it holds, the record says so in a field {@code @type}, which no Avro field can be called.
 */
final class AvroJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GenericData data;

    AvroJson(GenericData data) {
        this.data = data;
    }

    JsonNode of(Schema schema, @Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, (IndexedRecord) value, JSON.objectNode());
            case UNION -> union(schema, value);
            case ARRAY -> array(schema, (Collection<?>) value);
            case MAP -> map(schema, (Map<?, ?>) value);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> scalar(value);
        };
    }

    private JsonNode record(Schema schema, IndexedRecord value, ObjectNode json) {
        for (var field : schema.getFields()) {
            json.set(field.name(), of(field.schema(), value.get(field.pos())));
        }
        return json;
    }

    private JsonNode union(Schema schema, Object value) {
        var branch = schema.getTypes().get(data.resolveUnion(schema, value));
        if (branch.getType() == Schema.Type.RECORD && !isOptional(schema)) {
            return record(branch, (IndexedRecord) value, JSON.objectNode().put("@type", branch.getName()));
        }
        return of(branch, value);
    }

    /** Null or one other type: which one needs no saying. */
    private static boolean isOptional(Schema union) {
        return union.isNullable() && union.getTypes().size() == 2;
    }

    private JsonNode array(Schema schema, Collection<?> values) {
        var json = JSON.arrayNode(values.size());
        values.forEach(value -> json.add(of(schema.getElementType(), value)));
        return json;
    }

    private JsonNode map(Schema schema, Map<?, ?> values) {
        var json = JSON.objectNode();
        values.forEach((key, value) -> json.set(String.valueOf(key), of(schema.getValueType(), value)));
        return json;
    }

    /** Values of logical types come converted, so they are told by their class. */
    private static JsonNode scalar(Object value) {
        return switch (value) {
            case Boolean bool -> JSON.booleanNode(bool);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Float number when Float.isFinite(number) -> JSON.numberNode(number);
            case Double number when Double.isFinite(number) -> JSON.numberNode(number);
            case ByteBuffer bytes -> JSON.textNode(base64(bytes));
            case GenericFixed bytes -> JSON.textNode(base64(ByteBuffer.wrap(bytes.bytes())));
            case Instant instant
            when instant.equals(instant.truncatedTo(ChronoUnit.MILLIS)) -> JSON.textNode(Timestamps.text(instant));
            default -> JSON.textNode(value.toString());
        };
    }

    private static String base64(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
