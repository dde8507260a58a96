package dev.quintet.http;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of the last event that a client saw before it came back. */
final class LastEventId {
    private static final String HEADER = "Last-Event-ID";
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private LastEventId() {}

    /**
     * The id; null when there is none, which an empty one says too: a browser that saw no id sends nothing, and others an
     * empty text.
     *
     * @throws MalformedRequestException when there are several
     */
    static @Nullable String of(Context context) {
        var text = SingleHeader.of(context, HEADER);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * The version of the last fact of an order that the client saw; 0 when it saw none.
     *
     * @throws MalformedRequestException when it is none
     */
    static long version(Context context) {
        var text = of(context);
        if (text == null) {
            return 0;
        }
        if (!VERSION.matcher(text).matches()) {
            throw malformed();
        }
        return Long.parseLong(text);
    }

    static MalformedRequestException malformed() {
        return new MalformedRequestException(HEADER + " must be the id of an event of this stream");
    }
}
