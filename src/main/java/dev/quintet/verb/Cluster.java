package dev.quintet.verb;

import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** A cluster that answered when it was connected to, so that a verb fails at its start or not for this. */
final class Cluster implements AutoCloseable {
    private static final int ANSWER_SECONDS = 5;

    private final String bootstrap;
    private final Admin admin;

    private Cluster(String bootstrap, Admin admin) {
        this.bootstrap = bootstrap;
        this.admin = admin;
    }

    /** @throws VerbException when no broker answers within 5 seconds, or the address is none */
    static Cluster connect(String bootstrap) throws InterruptedException {
        var cluster = new Cluster(bootstrap, admin(bootstrap));
        try {
            cluster.get(cluster.admin.describeCluster().nodes());
            return cluster;
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    Admin admin() {
        return admin;
    }

    /** What every Kafka client needs. */
    Map<String, Object> clientConfigs() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    /** The names of the topics, sorted, without those of Kafka itself. */
    Set<String> topics() throws InterruptedException {
        return new TreeSet<>(get(admin.listTopics().names()));
    }

    /** @throws VerbException when the cluster lacks a topic */
    void requireTopics(String... names) throws InterruptedException {
        var topics = topics();
        for (var name : names) {
            if (!topics.contains(name)) {
                throw new VerbException("Topic " + name + " is missing at " + bootstrap
                        + ": create the topics with `quintet topics apply`, and see that the services run");
            }
        }
    }

    /** The clock of this system; empty when it has no topics yet. */
    Optional<Clock> clock() throws InterruptedException {
        return TopicProvisioning.clock(admin);
    }

    /**
     * Refuses what gives orders a time of their own to a system that would not look at it.
     *
     * @throws VerbException when orders are judged by the broker's clock
     */
    void requireEventClock(String what) throws InterruptedException {
        if (clock().equals(Optional.of(Clock.BROKER))) {
            throw new VerbException(what + " needs a system on the event clock, and here order.commands has"
                    + " LogAppendTime: orders would be judged by when they arrive; run one with --clock event");
        }
    }

    List<TopicProvisioning.Drift> drifts(List<TopicSpec> table) throws InterruptedException {
        return TopicProvisioning.check(admin, table);
    }

    /** What a future holds, within the time a person waits. */
    <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new VerbException("No broker answers at " + bootstrap + " within " + ANSWER_SECONDS
                    + " s: is it running, and is --bootstrap right?");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new VerbException("The broker at " + bootstrap + " refuses: " + cause.getMessage());
        }
    }

    private static Admin admin(String bootstrap) {
        try {
            return Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap,
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                    500));
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new VerbException("--bootstrap can't be used: " + cause.getMessage());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
