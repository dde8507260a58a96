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
    private static final int CROWD = 25;
    private static final int VISITS_MAX = 8;
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final List<String> ITEMS = List.of("classic", "cheese", "veggie");

    private final URI orders;
    private final CustomerFigures figures;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final Thread crowd;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private volatile boolean open = true;

    private SimulatedCustomers(URI http, int ordersPerSecond, CustomerFigures figures) {
        this.orders = http.resolve("/v1/orders");
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
            if (customerOf[seat] == 0 || random.nextInt(VISITS_MAX) == 0) {
                customerOf[seat] = ++nextCustomer;
            }
            sleepUntil(due);
            due += interval;
            place("sim-" + run + "-" + order, "guest-" + run + "-" + customerOf[seat], ITEMS.get(random.nextInt(3)));
        }
    }

    private void place(String orderId, String customerId, String itemId) {
        if (!inFlight.tryAcquire()) {
            figures.unanswered();
            return;
        }
        try {
            customers.execute(() -> {
                try {
                    post(orderId, customerId, itemId);
                } finally {
                    inFlight.release();
                }
            });
        } catch (RejectedExecutionException _) {
            inFlight.release();
        }
    }

    private void post(String orderId, String customerId, String itemId) {
        long begun = System.nanoTime();
        try {
            var body = json.writeValueAsString(Map.of(
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
                    Map.of("method", "tok_ok")));
            var request = HttpRequest.newBuilder(orders)
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            figures.answered(status, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException _) {
            figures.unanswered();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
