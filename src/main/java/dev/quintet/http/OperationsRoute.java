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

    void live(Context context) {
        answer(context, readiness.get().live());
    }

    void ready(Context context) {
        answer(context, readiness.get().ready());
    }

    void openApi(Context context) {
        context.contentType("application/yaml").result(openApi);
    }

    private void answer(Context context, boolean well) {
        context.status(well ? 200 : 503)
                .json(Map.of(
                        "status",
                        well ? "UP" : "DOWN",
                        "services",
                        readiness.get().services()));
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
