package dev.quintet.http;

import dev.quintet.domain.order.Timestamps;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parameters of a query, read strictly. */
final class QueryParameters {
    private QueryParameters() {}

    /**
     * A whole number from 1 on.
     *
     * @throws MalformedRequestException when it is none, or more than {@code max}
     */
    static int number(Context context, String name, int otherwise, int max) {
        var text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, together with numbers out of range.
        }
        throw new MalformedRequestException(name + " must be 1 to " + max);
    }

    /**
     * An instant; null when it is not given.
     *
     * @throws MalformedRequestException when it is none
     */
    static @Nullable Instant instant(Context context, String name) {
        var text = context.queryParam(name);
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (DateTimeException _) {
            throw new MalformedRequestException(name + " must be " + Timestamps.RULE);
        }
    }
}
