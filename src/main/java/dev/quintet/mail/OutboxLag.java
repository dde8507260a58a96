package dev.quintet.mail;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How many messages are committed to the outbox and not settled, as the broker knows it. A consumer's own lag is that of
 * its last fetch, and says nothing while it waits for a server. Safe for any number of threads; asked at the most every
 * two seconds.
 */
final class OutboxLag implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 3_000;

    private final Admin admin;
    private final String group;
    private volatile Set<TopicPartition> assigned = Set.of();
    private Map<String, Long> known = Map.of();
    private long askedAt = System.nanoTime() - KEPT.toNanos();

    OutboxLag(Map<String, ?> clientConfigs, String group) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        configs.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        admin = Admin.create(configs);
        this.group = group;
    }

    /** The partitions that this process sends from now: it tells of these only, so that a sum over processes is right. */
    void assigned(Collection<TopicPartition> partitions) {
        assigned = Set.copyOf(partitions);
    }

    /** The lag by topic; empty while this process has no partition, or the brokers do not tell. */
    synchronized Map<String, Long> byTopic() {
        if (System.nanoTime() - askedAt >= KEPT.toNanos()) {
            known = ask(assigned);
            askedAt = System.nanoTime();
        }
        return known;
    }

    private Map<String, Long> ask(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            var ends = offsets(partitions, OffsetSpec.latest());
            var begins = offsets(partitions, OffsetSpec.earliest());
            var lag = new HashMap<String, Long>();
            for (var partition : partitions) {
                var settled = committed.get(partition);
                long begin = begins.getOrDefault(partition, 0L);
                // What was never settled begins with what is there; what expired unread is not waited for.
                long next = settled == null ? begin : Math.max(begin, settled.offset());
                lag.merge(partition.topic(), Math.max(0, ends.getOrDefault(partition, next) - next), Long::sum);
            }
            return lag;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException | TimeoutException _) {
            return Map.of();
        }
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, spec));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
