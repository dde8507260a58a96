package dev.quintet.http;

import dev.quintet.http.query.Gathering;
import dev.quintet.http.query.OrderQueries;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The HTTP server of the views service: Javalin on virtual threads. */
public final class HttpServer implements AutoCloseable {
    /** On every answer. */
    static final Map<String, String> SECURITY_HEADERS = Map.of("X-Content-Type-Options", "nosniff");

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final Javalin server;

    private HttpServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @throws PortTakenException when somebody else listens there
     */
    public static HttpServer start(HttpConfig config, HttpBackend backend) {
        var server = Javalin.create(javalin -> {
            configure(javalin);
            addRoutes(javalin.routes, backend);
            Problems.addTo(javalin.routes);
        });
        try {
            return new HttpServer(server.start(config.host(), config.port()));
        } catch (JavalinBindException _) {
            server.stop();
            throw new PortTakenException(config);
        }
    }

    /** How every server of ours is set up. */
    static void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.maxRequestSize = JsonObject.BYTES_MAX;
        javalin.http.prefer405over404 = true;
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServer(server -> {
            server.setErrorHandler(new UnroutedProblems());
            // Lets requests that are under way get their answer before the server stops.
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
        });
    }

    private static void addRoutes(RoutesConfig routes, HttpBackend backend) {
        routes.before(context -> SECURITY_HEADERS.forEach(context::header));
        routes.after(UnreadBody::discard);
        var placing = new OrderRoute(backend.placement(), Clock.systemUTC());
        routes.post("/v1/orders", placing::post);
        addViews(routes, backend);
        var reference = new ReferenceRoute(backend.publisher(), backend.known());
        ReadRoute.add(routes, "/v1/promotions/{promotionId}", reference::getPromotion);
        routes.put("/v1/promotions/{promotionId}", reference::putPromotion);
        routes.put("/v1/menu/{itemId}", reference::putMenuItem);
        var catalogue = new CatalogueRoute(backend.known(), backend.stock());
        ReadRoute.add(routes, "/v1/menu", catalogue::getMenu);
        ReadRoute.add(routes, "/v1/promotions", catalogue::getPromotions);
        ReadRoute.add(routes, "/v1/outlets", catalogue::getOutlets);
        var supply = new SupplyRoute(backend.publisher(), backend.stock());
        routes.put("/v1/customers/{customerId}", supply::putCustomer);
        routes.post("/v1/outlets/{outletId}/stock", supply::postStock);
        ReadRoute.add(routes, "/v1/outlets/{outletId}/stock", supply::getStock);
        var operations = new OperationsRoute(backend.readiness(), backend.metrics());
        operations.addTo(routes);
        ReadRoute.add(routes, "/openapi.yaml", operations::openApi);
        ReadRoute.add(routes, "/topology", new TopologyRoute(backend.services())::get);
        ReadRoute.add(
                routes,
                "/v1/consumer-groups",
                context -> ViewJson.answer(
                        context, Map.of("groups", backend.groups().all())));
        new PageRoute().addTo(routes);
    }

    private static void addViews(RoutesConfig routes, HttpBackend backend) {
        var routing = new Routing(backend.owners(), backend.peers());
        var orders = new OrderQueries(backend.facts());
        var views = new ViewRoute(routing, orders);
        ReadRoute.add(routes, "/v1/orders/{orderId}", views::getOrder);
        ReadRoute.add(routes, "/v1/orders/{orderId}/events", views::getEvents);
        var streams = new StreamRoute(routing, orders, backend.customers());
        ReadRoute.add(routes, "/v1/orders/{orderId}/stream", streams::order);
        ReadRoute.add(routes, "/v1/customers/{customerId}/stream", streams::customer);
        var customers = new CustomerRoute(routing, backend.known(), Clock.systemUTC());
        ReadRoute.add(routes, "/v1/customers/{customerId}/orders", customers::getOrders);
        ReadRoute.add(routes, "/v1/customers/{customerId}/allowance", customers::getAllowance);
        ReadRoute.add(routes, "/v1/orders/{orderId}/messages", new MessageRoute(routing, orders)::get);
        var gathering = new Gathering(backend.owners(), backend.peers());
        var sales = new SalesRoute(gathering, backend.known(), Clock.systemUTC());
        ReadRoute.add(routes, "/v1/promotions/{promotionId}/sales", sales::getSales);
        ReadRoute.add(routes, "/v1/promotions/{promotionId}/items", sales::getItems);
        var sagas = new SagaRoute(gathering);
        ReadRoute.add(routes, "/v1/sagas", sagas::getSagas);
        ReadRoute.add(routes, "/v1/sagas/needs-operator", sagas::getStuck);
        var actions = new OrderActionRoute(routing, orders, backend.placement());
        routes.delete("/v1/orders/{orderId}", actions::delete);
        routes.post("/v1/orders/{orderId}/operator", actions::operate);
    }

    public int port() {
        return server.port();
    }

    /** Every route, as {@code POST /v1/orders}, but for HEAD, which every GET has. */
    Set<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop();
    }
}
