package dev.quintet.http;

import io.javalin.http.Context;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A header that says one thing, so that a proxy and we can't take two of them for different ones. */
final class SingleHeader {
    private SingleHeader() {}

    /**
     * What the header says; null when it is missing.
     *
     * @throws MalformedRequestException when it comes more than once
     */
    static @Nullable String of(Context context, String name) {
        var lines = Collections.list(context.req().getHeaders(name));
        if (lines.size() > 1) {
            throw new MalformedRequestException(name + " must come once");
        }
        return lines.isEmpty() ? null : lines.getFirst();
    }
}
