package dev.quintet.local.bench;

import dev.quintet.wire.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How many records an order leaves, counted one by one on every topic and changelog: offsets would count the markers of
 * transactions too.
 *
 * @param recordsByTopic of one order, on average
 * @param markers of ends of transactions, of one order on average: the more, the fewer orders share a transaction
 */
record OrderCost(SortedMap<String, Double> recordsByTopic, double markers) {
    private static final Set<String> NOT_OF_ORDERS =
            Set.of(Topics.PROMOTIONS, Topics.MENU, Topics.CUSTOMERS, BenchTopics.PASSED_THROUGH);

    /** Read by nobody among the services, or by views alone. */
    private static final Set<String> READ_BY_NO_STEP = Set.of(
            Topics.ORDER_VERDICTS,
            Topics.STOCK_LEVELS,
            Topics.PAYMENT_LEDGER,
            Topics.SHIPMENTS,
            Topics.NOTIFICATION_OUTBOX,
            Topics.DEAD_LETTER);

    /** Counts what a step left on a broker that it had for itself. */
    static OrderCost count(Admin admin, BenchPlatform platform, int orders)
            throws InterruptedException, ExecutionException {
        long markers = 0;
        var counts = new TreeMap<String, Double>();
        for (var topic : admin.listTopics().names().get()) {
            if (!NOT_OF_ORDERS.contains(topic)) {
                var count = new long[1];
                long end = CommittedTopic.read(platform, topic, new ByteArrayDeserializer(), _ -> count[0]++);
                if (count[0] > 0) {
                    counts.put(topic, (double) count[0] / orders);
                }
                markers += end - count[0];
            }
        }
        return new OrderCost(counts, (double) markers / orders);
    }

    /** Records that a service reads from a topic: each is a hop from one transaction to the next. */
    double hops() {
        return sum(topic -> !isChangelog(topic) && !READ_BY_NO_STEP.contains(topic));
    }

    /** Records that services write to topics, whoever reads them. */
    double outputs() {
        return sum(topic -> !isChangelog(topic) && !topic.equals(Topics.ORDER_COMMANDS));
    }

    /** Records on changelogs: each is a write to a store. */
    double stateWrites() {
        return sum(OrderCost::isChangelog);
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "one order: %.2f hops over topics, %.2f output records, %.2f state writes, %.1f markers of transactions",
                hops(),
                outputs(),
                stateWrites(),
                markers);
    }

    private double sum(Predicate<String> topics) {
        return recordsByTopic.entrySet().stream()
                .filter(entry -> topics.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static boolean isChangelog(String topic) {
        return topic.endsWith("-changelog");
    }
}
