package dev.quintet.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;

/** What operators and tools ask: probes, and the description of the routes. */
final class OperationsRoute {
    private final Supplier<Readiness> readiness;
    private final byte[] openApi;

    OperationsRoute(Supplier<Readiness> readiness) {
        this.readiness = readiness;
        openApi = resource("/openapi.yaml");
    }

    private record Health(String status, Map<String, String> services) {}

    void live(Context context) {
        var now = readiness.get();
        answer(context, now.live(), now);
    }

    void ready(Context context) {
        var now = readiness.get();
        answer(context, now.ready(), now);
    }

    void openApi(Context context) {
        context.contentType("application/yaml").result(openApi);
    }

    private static void answer(Context context, boolean well, Readiness now) {
        context.status(well ? 200 : 503).json(new Health(well ? "UP" : "DOWN", now.services()));
    }

    private static byte[] resource(String name) {
        try (var in = OperationsRoute.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
