package dev.quintet.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers who order over HTTP at a steady rate. Each comes back a few times, some more often than the limit allows,
 * and then makes room for a new one.
 */
public final class SimulatedCustomers implements AutoCloseable {
    private static final int ACCEPTED = 201;
    private static final int CROWD = 25;
    private static final int VISITS_MAX = 8;
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final List<String> ITEMS = List.of("classic", "cheese", "veggie");
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");

    /** A card whose provider takes 3 seconds to answer: time enough to think again. */
    private static final String SLOW = "tok_slow";

    /** How they pay: now and then a card is declined, or the provider answers late. */
    private static final List<String> METHODS = List.of(
            "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_declined", SLOW);

    private final URI http;
    private final CustomerFigures figures;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final Thread crowd;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private volatile boolean open = true;

    private SimulatedCustomers(URI http, int ordersPerSecond, CustomerFigures figures) {
        this.http = http;
        this.figures = figures;
        client = HttpClient.newBuilder()
                .executor(customers)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        crowd = Thread.ofPlatform().name("simulated-customers").daemon().unstarted(() -> come(ordersPerSecond));
    }

    /** Lets customers come until closed; what they see goes into {@code figures}. */
    public static SimulatedCustomers start(URI http, int ordersPerSecond, CustomerFigures figures) {
        var simulated = new SimulatedCustomers(http, ordersPerSecond, figures);
        simulated.crowd.start();
        return simulated;
    }

    /** Orders are placed when they are due and not when the one before was answered, so a slow answer is seen as such. */
    private void come(int ordersPerSecond) {
        var random = new SplittableRandom();
        var customerOf = new int[CROWD];
        int nextCustomer = 0;
        long interval = TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        long due = System.nanoTime();
        for (int order = 1; open; order++) {
            int seat = random.nextInt(CROWD);
            boolean isNew = customerOf[seat] == 0 || random.nextInt(VISITS_MAX) == 0;
            if (isNew) {
                customerOf[seat] = ++nextCustomer;
            }
            sleepUntil(due);
            due += interval;
            var customerId = "guest-" + run + "-" + customerOf[seat];
            var item = ITEMS.get(random.nextInt(ITEMS.size()));
            var method = METHODS.get(random.nextInt(METHODS.size()));
            place(isNew, new Wish("sim-" + run + "-" + order, customerId, item, method));
        }
    }

    private void place(boolean isNew, Wish order) {
        if (!inFlight.tryAcquire()) {
            figures.unanswered();
            return;
        }
        try {
            customers.execute(() -> {
                try {
                    if (isNew) {
                        introduce(order.customerId());
                    }
                    post(order);
                } finally {
                    inFlight.release();
                }
            });
        } catch (RejectedExecutionException _) {
            inFlight.release();
        }
    }

    /** Leaves an address, so that what is ordered can be delivered. Without it the order would be cancelled. */
    private void introduce(String customerId) {
        var guest = Map.of(
                "name",
                "Guest " + customerId,
                "email",
                customerId + "@example.com",
                "address",
                "1 Main Street, Springfield",
                "region",
                REGIONS.get(Math.floorMod(customerId.hashCode(), REGIONS.size())));
        try {
            var _ = client.send(
                    request("/v1/customers/" + customerId).PUT(bodyOf(guest)).build(), BodyHandlers.discarding());
        } catch (IOException _) {
            figures.unanswered();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Wish order) {
        long begun = System.nanoTime();
        try {
            var request = request("/v1/orders").POST(bodyOf(order.body())).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            figures.answered(status, Duration.ofNanos(System.nanoTime() - begun));
            if (status == ACCEPTED && order.payment().equals(SLOW) && order.isRegretted()) {
                cancel(order.orderId());
            }
        } catch (IOException _) {
            figures.unanswered();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Thinks again. */
    private void cancel(String orderId) throws IOException, InterruptedException {
        client.send(request("/v1/orders/" + orderId).DELETE().build(), BodyHandlers.discarding());
    }

    private record Wish(String orderId, String customerId, String itemId, String payment) {
        /** One in two. */
        private boolean isRegretted() {
            return orderId.hashCode() % 2 == 0;
        }

        private Map<String, Object> body() {
            return Map.of(
                    "orderId",
                    orderId,
                    "customerId",
                    customerId,
                    "promotionId",
                    "burger-day",
                    "outletId",
                    DemoData.OUTLET,
                    "lines",
                    List.of(Map.of("itemId", itemId, "quantity", 1)),
                    "payment",
                    Map.of("method", payment));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(http.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10));
    }

    private HttpRequest.BodyPublisher bodyOf(Map<String, ?> value) throws IOException {
        return BodyPublishers.ofString(json.writeValueAsString(value));
    }

    private void sleepUntil(long due) {
        long wait = due - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    @Override
    public void close() {
        open = false;
        customers.shutdownNow();
        client.shutdownNow();
    }
}
