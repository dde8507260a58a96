package dev.quintet.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quintet.domain.order.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read strictly: each field by its type, and none that nobody asked for.
 *
 * <p>By hand and not by data binding, because a caller is owed the path of what is wrong, in words that do not name our
 * classes.
 */
public final class JsonObject {
    /** The largest body that is read. */
    public static final int BYTES_MAX = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(BYTES_MAX)
                            .maxStringLength(8_192)
                            .maxNumberLength(40)
                            .maxNameLength(128)
                            .maxTokenCount(5_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final ObjectNode node;
    private final Set<String> read = new HashSet<>();

    private JsonObject(String path, ObjectNode node) {
        this.path = path;
        this.node = node;
    }

    /** The object that a text holds. */
    public static JsonObject parse(String text) {
        try {
            return of("", JSON.readTree(text));
        } catch (StreamConstraintsException _) {
            throw new MalformedRequestException(
                    "The body is nested too deep, has too many parts, or a name, text or number in it is too long");
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("The body is not the JSON that is taken here: " + fault(e));
        }
    }

    private static JsonObject of(String path, @Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new JsonObject(path, object);
        }
        throw new MalformedRequestException((path.isEmpty() ? "The body" : path) + " must be a JSON object");
    }

    public String text(String name) {
        var value = optionalText(name);
        if (value == null) {
            throw mustBe(name, "a text");
        }
        return value;
    }

    public @Nullable String optionalText(String name) {
        var value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw mustBe(name, "a text");
        }
        return value.textValue();
    }

    public @Nullable Instant optionalInstant(String name) {
        var value = optionalText(name);
        try {
            return value == null ? null : Timestamps.parse(value);
        } catch (DateTimeException _) {
            throw mustBe(name, Timestamps.RULE);
        }
    }

    public int integer(String name) {
        var value = field(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw mustBe(name, "a whole number");
        }
        return value.intValue();
    }

    public long longInteger(String name) {
        var value = field(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw mustBe(name, "a whole number");
        }
        return value.longValue();
    }

    public JsonObject object(String name) {
        return of(at(name), field(name));
    }

    @Nullable
    JsonObject optionalObject(String name) {
        return field(name) == null ? null : object(name);
    }

    public List<JsonObject> objects(String name) {
        var value = field(name);
        if (value == null || !value.isArray()) {
            throw mustBe(name, "an array of objects");
        }
        var objects = new ArrayList<JsonObject>(value.size());
        for (int i = 0; i < value.size(); i++) {
            objects.add(of(at(name) + "[" + i + "]", value.get(i)));
        }
        return objects;
    }

    /** Whether a field is an object; otherwise it is to be read as something else. */
    boolean isObject(String name) {
        return node.path(name).isObject();
    }

    /** Refuses fields that nobody has read. */
    public void rejectOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw new MalformedRequestException("There is no field " + at(name));
            }
        });
    }

    private @Nullable JsonNode field(String name) {
        read.add(name);
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    MalformedRequestException mustBe(String name, String what) {
        return new MalformedRequestException(at(name) + " must be " + what);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** In our words: the parser's name its own settings and classes. */
    private static String fault(JsonProcessingException e) {
        var message = e.getOriginalMessage();
        return switch (e) {
            case JsonEOFException _ -> "it ends too early";
            case MismatchedInputException _ -> "something follows it";
            case JsonProcessingException _ when message.startsWith("Duplicate field") -> message;
            default ->
                "it cannot be read on from line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        };
    }
}
