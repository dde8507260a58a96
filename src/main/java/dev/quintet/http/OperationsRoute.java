package dev.quintet.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What operators and tools ask: probes, metrics, and the description of the routes. */
final class OperationsRoute {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Readiness> readiness;
    private final Supplier<String> metrics;
    private final byte[] openApi;

    OperationsRoute(Supplier<Readiness> readiness, Supplier<String> metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
        openApi = Resources.read("/openapi.yaml");
    }

    private record Health(
            String status, Map<String, String> services, Map<String, Long> restoring, List<String> missing) {}

    /** The routes that every process has, whatever runs in it. */
    void addTo(RoutesConfig routes) {
        ReadRoute.add(routes, "/health/live", this::live);
        ReadRoute.add(routes, "/health/ready", this::ready);
        ReadRoute.add(routes, "/metrics", this::metrics);
    }

    private void live(Context context) {
        var now = readiness.get();
        answer(context, now.live(), now.live() ? "UP" : "DOWN", now);
    }

    private void ready(Context context) {
        var now = readiness.get();
        boolean isRestoring = now.live() && !now.restoring().isEmpty();
        answer(context, now.ready(), now.ready() ? "UP" : isRestoring ? "RESTORING" : "DOWN", now);
    }

    private void metrics(Context context) {
        context.contentType(PROMETHEUS_TEXT).result(metrics.get());
    }

    void openApi(Context context) {
        context.contentType("application/yaml").result(openApi);
    }

    private static void answer(Context context, boolean well, String status, Readiness now) {
        context.status(well ? 200 : 503).json(new Health(status, now.services(), now.restoring(), now.missing()));
    }
}
