package dev.quintet.http;

import dev.quintet.domain.order.Ids;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The ids in paths, queries and headers. */
final class RequestIds {
    private RequestIds() {}

    /**
     * An id in the path.
     *
     * @throws MalformedRequestException when it can be nobody's
     */
    static String inPath(Context context, String name) {
        return require(name, context.pathParam(name));
    }

    /**
     * An id in the query; null when it is not given.
     *
     * @throws MalformedRequestException when it can be nobody's
     */
    static @Nullable String inQuery(Context context, String name) {
        var id = context.queryParam(name);
        return id == null ? null : require(name, id);
    }

    /**
     * An id in a header; null when it is not given.
     *
     * @throws MalformedRequestException when it can be nobody's, or there are several
     */
    static @Nullable String inHeader(Context context, String name) {
        var id = SingleHeader.of(context, name);
        return id == null ? null : require(name, id);
    }

    private static String require(String name, String id) {
        if (!Ids.isValid(id)) {
            throw new MalformedRequestException(name + " must be " + Ids.RULE);
        }
        return id;
    }
}
