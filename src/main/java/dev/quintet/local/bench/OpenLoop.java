package dev.quintet.local.bench;

import dev.quintet.domain.order.PlaceOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Orders over HTTP, each sent when it is due and not when the one before was answered, so that a slow answer delays
 * nobody and shows whole.
 */
final class OpenLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CREATED = "201";

    /** The verdict was not seen in time; it comes all the same. */
    private static final String ACCEPTED = "202";

    private final URI route;
    private final IntFunction<PlaceOrder> orders;
    private final Histogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(60), 3);
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Semaphore answered = new Semaphore(0);
    private final Map<String, Long> dueNanos = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /** @param orders what is ordered, by number from 0; no two runs may share ids or customers */
    OpenLoop(URI http, IntFunction<PlaceOrder> orders) {
        route = http.resolve("/v1/orders");
        this.orders = orders;
    }

    /** Sends so many orders and waits for their answers. */
    void run(int perSecond, int count) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var client = client(executor)) {
            var pace = new Pace(perSecond);
            for (int i = 0; i < count; i++) {
                long due = pace.awaitNext();
                place(executor, client, orders.apply(i), due);
            }
            // Closing the client fails what has not been sent.
            answered.acquireUninterruptibly(count);
        }
    }

    /** From when an order was due to its answer, in microseconds. One that got none counts as long as it was waited for. */
    Histogram micros() {
        return micros;
    }

    /** When each order was due, by its id and {@link System#nanoTime}. */
    Map<String, Long> dueNanos() {
        return dueNanos;
    }

    /** The ids of the orders that were answered 201 or 202: each comes to an end. */
    Set<String> taken() {
        return taken;
    }

    /** The ids of the orders that were answered 201. */
    Set<String> created() {
        return created;
    }

    /** How many orders got which answer: a status, or what went wrong instead. */
    SortedMap<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    private void place(ExecutorService executor, HttpClient client, PlaceOrder order, long due) {
        dueNanos.put(order.orderId(), due);
        executor.execute(() -> {
            var answer = answer(client, order);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            answers.merge(answer, 1, Integer::sum);
            if (answer.equals(CREATED) || answer.equals(ACCEPTED)) {
                taken.add(order.orderId());
            }
            if (answer.equals(CREATED)) {
                created.add(order.orderId());
            }
            answered.release();
        });
    }

    private String answer(HttpClient client, PlaceOrder order) {
        try {
            var response = client.send(request(order), BodyHandlers.discarding());
            return String.valueOf(response.statusCode());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private HttpRequest request(PlaceOrder order) {
        var lines = order.lines().stream()
                .map(line -> String.format(
                        Locale.ROOT, "{\"itemId\":\"%s\",\"quantity\":%d}", line.itemId(), line.quantity()))
                .collect(Collectors.joining(","));
        var body = """
                {"orderId":"%s","customerId":"%s","promotionId":"%s","outletId":"%s","lines":[%s],\
                "payment":{"method":"%s"}}""".formatted(
                        order.orderId(),
                        order.customerId(),
                        order.promotionId(),
                        order.outletId(),
                        lines,
                        order.paymentMethod());
        return HttpRequest.newBuilder(route)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpClient client(ExecutorService executor) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(executor)
                .connectTimeout(PATIENCE)
                .build();
    }
}
