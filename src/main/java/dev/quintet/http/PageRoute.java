package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web pages: files of this build, all of them, read once. */
final class PageRoute {
    /** Nothing comes from anywhere else, and nothing that stands in a page as text can run. */
    private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'; img-src 'self' data:; object-src 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, byte[]> files = new HashMap<>();

    PageRoute() {
        for (var name : names()) {
            files.put(name, Resources.read("/web/" + name));
        }
    }

    void addTo(RoutesConfig routes) {
        ReadRoute.add(routes, "/", context -> answer(context, "shop.html"));
        ReadRoute.add(routes, "/ops", context -> answer(context, "operations.html"));
        ReadRoute.add(routes, "/web/{file}", context -> answer(context, context.pathParam("file")));
    }

    private void answer(Context context, String name) {
        var file = files.get(name);
        if (file == null) {
            throw new NotFoundResponse();
        }
        context.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                // Asked for again each time, so that a new build is seen at once.
                .header("Cache-Control", "no-cache")
                .contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"))
                .result(file);
    }

    /** A file that is not in the list is not served. */
    private static List<String> names() {
        return new String(Resources.read("/web/files.txt"), UTF_8).lines().toList();
    }
}
