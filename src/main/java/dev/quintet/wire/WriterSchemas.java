package dev.quintet.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Reads what the registry says, which is not trusted: anybody who may register a schema chose its text. Too deep or too
 * large a schema is refused before it can cost much.
 */
final class WriterSchemas {
    private static final int MAX_DEPTH = 200;
    private static final long MAX_PARTS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(RegistryHttp.BODY_LIMIT)
                            .maxDocumentLength(RegistryHttp.BODY_LIMIT)
                            .build())
                    .build())
            .build();

    private WriterSchemas() {}

    static JsonNode json(String body) throws IOException {
        return JSON.readTree(body);
    }

    /** A request that carries a schema. */
    static String request(Schema schema) {
        return JSON.createObjectNode().put("schema", schema.toString()).toString();
    }

    /**
     * Parses the schema in an answer of the registry.
     *
     * @throws PoisonRecordException when no record of it can be read
     */
    static Schema parse(int id, String body) {
        try {
            var answer = json(body);
            var type = answer.path("schemaType").asText("AVRO");
            if (!"AVRO".equals(type)) {
                throw new PoisonRecordException("Schema " + id + " is " + type + ", not Avro");
            }
            if (!answer.path("references").isEmpty()) {
                throw new PoisonRecordException("Schema " + id + " refers to other subjects, which is not supported");
            }
            var text = answer.path("schema").asText();
            JSON.readTree(text);
            // Writers' defaults are of no use to a reader, and older Avro versions let wrong ones pass.
            var schema = new Schema.Parser().setValidateDefaults(false).parse(text);
            if (parts(schema, new HashMap<>()) > MAX_PARTS) {
                throw new PoisonRecordException("Schema " + id + " has more than " + MAX_PARTS + " parts");
            }
            return schema;
        } catch (JacksonException e) {
            throw new PoisonRecordException("Schema " + id + " is not JSON, or too deep: " + e.getOriginalMessage(), e);
        } catch (IOException | AvroRuntimeException e) {
            throw new PoisonRecordException("Schema " + id + " is no valid Avro schema: " + e.getMessage(), e);
        }
    }

    // Named types may be used over and over: n of them, each using the one before it twice, make 2^n values of no
    // bytes.
    private static long parts(Schema schema, Map<String, Long> known) {
        return switch (schema.getType()) {
            case RECORD -> {
                var counted = known.get(schema.getFullName());
                if (counted != null) {
                    yield counted;
                }
                // A type within itself counts once: data, not the schema, decides how often it comes.
                known.put(schema.getFullName(), 1L);
                var sum = 1L;
                for (var field : schema.getFields()) {
                    sum = Math.min(MAX_PARTS + 1, sum + parts(field.schema(), known));
                }
                known.put(schema.getFullName(), sum);
                yield sum;
            }
            case UNION -> {
                var sum = 1L;
                for (var branch : schema.getTypes()) {
                    sum = Math.min(MAX_PARTS + 1, sum + parts(branch, known));
                }
                yield sum;
            }
            case ARRAY -> 1 + parts(schema.getElementType(), known);
            case MAP -> 1 + parts(schema.getValueType(), known);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> 1;
        };
    }
}
