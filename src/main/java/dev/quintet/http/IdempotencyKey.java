package dev.quintet.http;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a request that is sent again is known. */
final class IdempotencyKey {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /**
     * The key of a request; null when it has none.
     *
     * @throws MalformedRequestException when it is not as it must be
     */
    static @Nullable String of(Context context) {
        var key = SingleHeader.of(context, HEADER);
        if (key != null && !KEY.matcher(key).matches()) {
            throw new MalformedRequestException(HEADER + " must be 1 to 255 printable ASCII characters");
        }
        return key;
    }
}
