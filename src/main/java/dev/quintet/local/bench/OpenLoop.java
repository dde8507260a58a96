package dev.quintet.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Orders over HTTP, each sent when it is due and not when the one before was answered, so that a slow answer delays
 * nobody and shows whole.
 */
final class OpenLoop {
    private static final int ORDERS_EACH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CREATED = "201";

    private final URI orders;
    private final String name;
    private final Histogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(60), 3);
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Semaphore answered = new Semaphore(0);
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /** @param name tells the orders and customers of this run from those of others */
    OpenLoop(URI http, String name) {
        orders = http.resolve("/v1/orders");
        this.name = name;
    }

    /** Sends so many orders and waits for their answers. */
    void run(int perSecond, int count) {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var client = client(executor)) {
            long due = System.nanoTime();
            for (int i = 0; i < count; i++) {
                due += interval;
                sleepUntil(due);
                place(executor, client, i, due);
            }
            // Closing the client fails what has not been sent.
            answered.acquireUninterruptibly(count);
        }
    }

    /** From when an order was due to its answer, in microseconds. One that got none counts as long as it was waited for. */
    Histogram micros() {
        return micros;
    }

    /** The ids of the orders that were answered 201. */
    Set<String> created() {
        return created;
    }

    /** How many orders got which answer: a status, or what went wrong instead. */
    SortedMap<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    private void place(ExecutorService executor, HttpClient client, int index, long due) {
        executor.execute(() -> {
            var orderId = name + "-order-" + index;
            var answer = answer(client, orderId, index);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            answers.merge(answer, 1, Integer::sum);
            if (answer.equals(CREATED)) {
                created.add(orderId);
            }
            answered.release();
        });
    }

    private String answer(HttpClient client, String orderId, int index) {
        try {
            var response = client.send(request(orderId, index), BodyHandlers.discarding());
            return String.valueOf(response.statusCode());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private HttpRequest request(String orderId, int index) {
        var body = """
                {"orderId":"%s","customerId":"%s-customer-%d","promotionId":"burger-day","outletId":"akaso-1",\
                "lines":[{"itemId":"classic","quantity":2},{"itemId":"veggie","quantity":1}],\
                "payment":{"method":"tok_ok"}}""".formatted(orderId, name, index / ORDERS_EACH);
        return HttpRequest.newBuilder(orders)
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

    private static void sleepUntil(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
