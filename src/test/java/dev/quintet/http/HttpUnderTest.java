package dev.quintet.http;

import dev.quintet.http.query.Feed;
import dev.quintet.http.query.Generations;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The real server on a free port, and a client that holds every JSON answer against openapi.yaml. */
final class HttpUnderTest extends CheckedHttp {
    final StubPlacement placement;
    final ReferenceUnderTest reference;

    private final HttpServer server;
    private final Peers peers;
    private final ConsumerGroups groups;
    private final AtomicReference<Readiness> readiness;

    HttpUnderTest() {
        this(new AtomicReference<>());
    }

    private HttpUnderTest(AtomicReference<HttpServer> started) {
        super(() -> started.get().port());
        placement = new StubPlacement();
        reference = new ReferenceUnderTest();
        peers = new Peers();
        groups = ConsumerGroups.open(Map.of("bootstrap.servers", "127.0.0.1:1"));
        readiness = new AtomicReference<>(new Readiness(true, true, Map.of("orders", "RUNNING")));
        server = HttpServer.start(new HttpConfig("127.0.0.1", 0), backend());
        started.set(server);
    }

    /** What stands behind the routes; there are no views. */
    HttpBackend backend() {
        return new HttpBackend(
                placement,
                reference.publisher(),
                reference,
                reference,
                new Owners(Generations.NONE),
                peers,
                new Feed<>(),
                new Feed<>(),
                groups,
                List::of,
                readiness::get,
                () -> "quintet_up 1\n");
    }

    HttpServer server() {
        return server;
    }

    void probesAreTold(Readiness next) {
        readiness.set(next);
    }

    @Override
    public void close() {
        // First, because the server waits a second for connections that are merely kept.
        super.close();
        server.close();
        peers.close();
        groups.close();
        reference.close();
    }
}
