package dev.quintet.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.view.CustomerOrder;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How views are written: what is absent is left out, and instants are texts. */
final class ViewJson {
    // Every request has a thread of its own, so buffers that belong to threads would be made for each.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .addModule(instants())
            .addMixIn(CustomerOrder.class, Listed.class)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    /** An order in a list, without what only streams go by. */
    @JsonIgnoreProperties("change")
    private interface Listed {}

    private ViewJson() {}

    static void answer(Context context, Object view) {
        try {
            context.contentType("application/json").result(JSON.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    static String text(Object view) {
        try {
            return JSON.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(JsonProcessingException e) {
        return new IllegalStateException("Views are made of texts, numbers and instants", e);
    }

    private static SimpleModule instants() {
        return new SimpleModule()
                .addSerializer(Instant.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeString(Timestamps.text(value));
                    }
                })
                .addKeySerializer(Instant.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Instant key, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeFieldName(Timestamps.text(key));
                    }
                })
                .addKeyDeserializer(Instant.class, new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return Instant.parse(key);
                    }
                });
    }

    /** Reads back what another pod has written. */
    static <T> T read(InputStream in, TypeReference<T> type) throws IOException {
        return JSON.readValue(in, type);
    }

    /** A view's fields, for adding others to them. */
    static Map<String, Object> fields(Object view) {
        return JSON.convertValue(view, FIELDS);
    }
}
