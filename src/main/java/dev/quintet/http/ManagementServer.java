package dev.quintet.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.function.Supplier;

/**
 * Probes and metrics on a port of their own, for any process: one that runs no views has no other HTTP, and one that does
 * may keep them away from its customers.
 */
public final class ManagementServer implements AutoCloseable {
    private final Javalin server;

    private ManagementServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param metrics what Prometheus reads
     * @throws PortTakenException when somebody else listens there
     */
    public static ManagementServer start(HttpConfig config, Supplier<Readiness> readiness, Supplier<String> metrics) {
        var operations = new OperationsRoute(readiness, metrics);
        var server = Javalin.create(javalin -> {
            HttpServer.configure(javalin);
            javalin.routes.before(context -> HttpServer.SECURITY_HEADERS.forEach(context::header));
            operations.addTo(javalin.routes);
            Problems.addTo(javalin.routes);
        });
        try {
            return new ManagementServer(server.start(config.host(), config.port()));
        } catch (JavalinBindException _) {
            server.stop();
            throw new PortTakenException(config);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
