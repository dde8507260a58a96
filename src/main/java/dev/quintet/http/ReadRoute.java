package dev.quintet.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Routes that are only read. HEAD does what GET does, and the server leaves the body out. */
final class ReadRoute {
    private ReadRoute() {}

    /** Adds a route; left alone, Javalin would say 200 to HEAD whatever GET says. */
    static void add(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /** Whether only the head of the answer is wanted. */
    static boolean wantsHeadOnly(Context context) {
        return context.method().equals(HandlerType.HEAD);
    }

    /** Whether nothing can have been changed by a request. */
    static boolean isRead(Context context) {
        return context.method().equals(HandlerType.GET) || wantsHeadOnly(context);
    }
}
