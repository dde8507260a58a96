package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended, in a form that callers pass back and do not look into. */
final class Cursor {
    private Cursor() {}

    /** The cursor after a row; null when there is none to go on after. */
    static @Nullable String of(@Nullable String position) {
        return position == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    /**
     * The position that a request goes on after; null when it begins at the beginning.
     *
     * @param form what positions of this list look like
     * @throws MalformedRequestException when no answer of this list gave the cursor
     */
    static @Nullable String position(Context context, Pattern form) {
        var cursor = context.queryParam("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (form.matcher(position).matches()) {
                return position;
            }
        } catch (IllegalArgumentException _) {
            // Told below, together with what decodes to something else.
        }
        throw new MalformedRequestException("cursor must be what an earlier answer gave as next");
    }
}
