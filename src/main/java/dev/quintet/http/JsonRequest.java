package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** The body of a request that must be JSON. */
final class JsonRequest {
    private JsonRequest() {}

    /** Whether the request says that its body is JSON. */
    static boolean isJson(Context context) {
        var type = context.contentType();
        if (type == null) {
            return false;
        }
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json");
    }

    /** The object in the body; bytes that are no UTF-8 are refused and not guessed at. */
    static JsonObject body(Context context) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(context.bodyAsBytes()));
            return JsonObject.parse(text.toString());
        } catch (CharacterCodingException _) {
            throw new MalformedRequestException("The body must be UTF-8");
        }
    }
}
