package dev.quintet.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The answers of the brokers, waited for as long as anything comes from them: a broker that is slow is no broker that is
 * away.
 *
 * @param where the brokers are, for messages
 */
public record BrokerAnswers(Admin admin, String where, Patience patience) implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    /** After which a broker that hangs is asked again, or another one. */
    private static final int REQUEST_MILLIS = 30_000;

    private static final Duration TRY = Duration.ofSeconds(1);

    /** Those of a client, waited for as is usual. */
    public static BrokerAnswers usual(Admin admin) {
        return new BrokerAnswers(admin, "the brokers", Patience.usual());
    }

    /**
     * Those of a client of their own, which connects when it is first asked, and tries for as long as somebody is willing
     * to wait.
     *
     * @param clientConfigs what every Kafka client needs
     */
    public static BrokerAnswers open(Map<String, ?> clientConfigs, String where, Patience patience) {
        int longest = Math.toIntExact(patience.longest().toMillis());
        var configs = new HashMap<String, Object>();
        configs.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, longest);
        configs.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(longest, REQUEST_MILLIS));
        configs.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        configs.putAll(clientConfigs);
        return new BrokerAnswers(Admin.create(configs), where, patience);
    }

    /** Leaves what is still asked unanswered. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    /**
     * What a future holds.
     *
     * @throws SilenceException when nothing comes from any broker for too long
     * @throws ExecutionException when a broker refuses
     */
    public <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException {
        return await(future, patience.begin(where, signOf(admin::metrics)));
    }

    static <T> T await(KafkaFuture<T> future, Patience.Wait wait) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                wait.goOn();
            }
        }
    }

    /**
     * What a consumer finds out from the brokers.
     *
     * @param look is given the time that it may take, and throws Kafka's TimeoutException when that was not enough
     * @throws SilenceException when nothing comes from any broker for too long
     */
    public static <T> T ask(Consumer<?, ?> consumer, Patience patience, Function<Duration, T> look) {
        var wait = patience.begin("the brokers", signOf(consumer::metrics));
        while (true) {
            try {
                return look.apply(TRY);
            } catch (org.apache.kafka.common.errors.TimeoutException e) {
                if (wait.soFar().compareTo(patience.longest()) > 0) {
                    throw e;
                }
                wait.goOn();
            }
        }
    }

    /** The bytes that came in, of all brokers together. */
    public static LongSupplier signOf(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        return () -> metrics.get().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("incoming-byte-total")
                        && !metric.getKey().tags().containsKey("node-id"))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }
}
