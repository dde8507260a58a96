package dev.quintet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type a relative reference that names the kind of problem
 * @param more members beyond the standard ones
 */
record ProblemDocument(int status, String type, String title, String detail, Map<String, @Nullable Object> more) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    static ProblemDocument of(int status, String type, String title, String detail) {
        return new ProblemDocument(status, type, title, detail, Map.of());
    }

    /** What was sent can be read and breaks a rule of the domain. */
    static ProblemDocument ruleBroken(String title, List<String> problems) {
        return new ProblemDocument(
                422, "rule-broken", title, String.join("; ", problems), Map.of("problems", problems));
    }

    void answer(Context context) {
        context.status(status).contentType(MEDIA_TYPE).result(json(context.path()));
    }

    /**
     * The document.
     *
     * @param instance the address that was asked for
     */
    String json(String instance) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "/problems/" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance);
        body.putAll(more);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is made of texts and numbers", e);
        }
    }
}
