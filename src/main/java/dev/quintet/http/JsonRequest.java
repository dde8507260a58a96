package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** The body of a request that must be JSON. */
final class JsonRequest {
    private JsonRequest() {}

    /**
     * The object in the body; bytes that are no UTF-8 are refused and not guessed at.
     *
     * @throws UnsupportedMediaTypeResponse when the request does not say that its body is JSON
     * @throws io.javalin.http.ContentTooLargeResponse when it has more than {@link JsonObject#BYTES_MAX} bytes
     */
    static JsonObject body(Context context) {
        if (!isJson(context)) {
            throw new UnsupportedMediaTypeResponse();
        }
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(context)));
            return JsonObject.parse(text.toString());
        } catch (CharacterCodingException _) {
            throw new MalformedRequestException("The body must be UTF-8");
        }
    }

    private static boolean isJson(Context context) {
        var type = context.contentType();
        if (type == null) {
            return false;
        }
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json");
    }

    private static byte[] bytes(Context context) {
        try {
            return context.bodyAsBytes();
        } catch (HttpResponseException e) {
            throw e;
        } catch (Exception _) {
            // A chunk that is none, a client that hangs up: nothing that we could be blamed for.
            throw new MalformedRequestException("The body breaks off");
        }
    }
}
