package dev.quintet.verb;

import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Patience;
import dev.quintet.wire.SilenceException;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.ViewsGeneration;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.utils.Utils;

/** A cluster that answered when it was connected to, so that a verb fails at its start or not for this. */
final class Cluster implements AutoCloseable {
    private final String bootstrap;
    private final BrokerAnswers answers;

    private Cluster(String bootstrap, BrokerAnswers answers) {
        this.bootstrap = bootstrap;
        this.answers = answers;
    }

    /** @throws VerbException when nothing listens there, nothing comes from it for too long, or the address is none */
    static Cluster connect(String bootstrap, Patience patience) throws InterruptedException {
        var cluster = new Cluster(bootstrap, answers(bootstrap, patience));
        try {
            Listening.require("The broker at " + bootstrap, addresses(bootstrap));
            cluster.get(cluster.admin().describeCluster().nodes());
            return cluster;
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    Admin admin() {
        return answers.admin();
    }

    /** For those who wait for answers themselves. */
    BrokerAnswers answers() {
        return answers;
    }

    Patience patience() {
        return answers.patience();
    }

    /** What every Kafka client needs. */
    Map<String, Object> clientConfigs() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    /** The names of the topics, sorted, without those of Kafka itself. */
    Set<String> topics() throws InterruptedException {
        return new TreeSet<>(get(admin().listTopics().names()));
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
        return TopicProvisioning.clock(answers);
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

    /** The generation of the views that is served now. */
    ViewsGeneration served() throws InterruptedException {
        return ServingLog.served(answers, clientConfigs());
    }

    List<TopicProvisioning.Drift> drifts(List<TopicSpec> table) throws InterruptedException {
        return TopicProvisioning.check(answers, table);
    }

    /**
     * What a future holds.
     *
     * @throws VerbException when nothing comes from the broker for too long, or it refuses
     */
    <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return answers.get(future);
        } catch (SilenceException e) {
            throw new VerbException(
                    e.getMessage() + ": is it running, and is --bootstrap right? --patience waits longer");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new VerbException("The broker at " + bootstrap + " refuses: " + cause.getMessage());
        }
    }

    private static BrokerAnswers answers(String bootstrap, Patience patience) {
        try {
            return BrokerAnswers.open(Map.of("bootstrap.servers", bootstrap), "the broker at " + bootstrap, patience);
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new VerbException("--bootstrap can't be used: " + cause.getMessage());
        }
    }

    /** Those that a Kafka client would try; it has refused what is no address. */
    private static List<InetSocketAddress> addresses(String bootstrap) {
        return Arrays.stream(bootstrap.split(",", -1))
                .map(String::strip)
                .filter(address -> Utils.getHost(address) != null && Utils.getPort(address) != null)
                .map(address -> new InetSocketAddress(Utils.getHost(address), Utils.getPort(address)))
                .toList();
    }

    @Override
    public void close() {
        answers.close();
    }
}
