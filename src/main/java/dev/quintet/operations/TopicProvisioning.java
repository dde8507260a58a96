package dev.quintet.operations;

import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the topics of a cluster what the table says, or tells how they differ. */
public final class TopicProvisioning {
    private static final int REPLICAS_WANTED = 3;
    private static final Duration VISIBLE_WAIT = Duration.ofSeconds(10);
    private static final Duration VISIBLE_LOOK = Duration.ofMillis(20);

    private TopicProvisioning() {}

    /** A difference between a topic and the table, and what to do about it. */
    public record Drift(String topic, String what, String howToMend) {}

    /** The clock that the orders of a cluster are judged by; empty when it has no order.commands. */
    public static Optional<Clock> clock(Admin admin) throws InterruptedException {
        var commands = Topics.table(Clock.BROKER).stream()
                .filter(spec -> spec.name().equals(Topics.ORDER_COMMANDS))
                .toList();
        return Optional.ofNullable(describe(admin, commands).get(Topics.ORDER_COMMANDS))
                .map(topic -> "CreateTime".equals(topic.configs().get("message.timestamp.type"))
                        ? Clock.EVENT
                        : Clock.BROKER);
    }

    /** Whether a cluster has a topic. */
    public static boolean has(Admin admin, String topic) throws InterruptedException {
        return get(admin.listTopics().names()).contains(topic);
    }

    /** Every difference; none when the cluster is as it must be. */
    public static List<Drift> check(Admin admin, List<TopicSpec> table) throws InterruptedException {
        var actual = describe(admin, table);
        return table.stream()
                .flatMap(spec -> TopicDiff.of(spec, Optional.ofNullable(actual.get(spec.name()))).drifts().stream())
                .toList();
    }

    /**
     * Creates what is missing and mends what can be mended in place. Running it again changes nothing.
     *
     * @return one line for each topic, in the order of the table
     */
    public static List<String> apply(Admin admin, List<TopicSpec> table) throws InterruptedException {
        var actual = describe(admin, table);
        var lines = new ArrayList<String>();
        for (var spec : table) {
            var diff = TopicDiff.of(spec, Optional.ofNullable(actual.get(spec.name())));
            if (diff.missing()) {
                create(admin, spec);
            } else if (!diff.configs().isEmpty()) {
                mend(admin, spec, diff.configs().keySet());
            }
            lines.add(diff.applied());
        }
        awaitVisible(admin, table);
        return lines;
    }

    /** A controller answers a little before its brokers know; who runs a service next must find its topics. */
    private static void awaitVisible(Admin admin, List<TopicSpec> table) throws InterruptedException {
        var names = table.stream().map(TopicSpec::name).toList();
        long deadline = System.nanoTime() + VISIBLE_WAIT.toNanos();
        while (!get(admin.listTopics().names()).containsAll(names) && System.nanoTime() < deadline) {
            Thread.sleep(VISIBLE_LOOK);
        }
    }

    private static void create(Admin admin, TopicSpec spec) throws InterruptedException {
        int brokers = get(admin.describeCluster().nodes()).size();
        short replicas = (short) Math.min(REPLICAS_WANTED, brokers);
        var configs = new HashMap<>(spec.configs());
        if (replicas == REPLICAS_WANTED) {
            configs.put("min.insync.replicas", "2");
        }
        var topic = new NewTopic(spec.name(), spec.partitions(), replicas).configs(configs);
        get(admin.createTopics(List.of(topic)).all());
    }

    private static void mend(Admin admin, TopicSpec spec, Set<String> keys) throws InterruptedException {
        Collection<AlterConfigOp> changes = keys.stream()
                .map(key ->
                        new AlterConfigOp(new ConfigEntry(key, spec.configs().get(key)), AlterConfigOp.OpType.SET))
                .toList();
        get(admin.incrementalAlterConfigs(Map.of(resource(spec.name()), changes))
                .all());
    }

    private static Map<String, TopicDiff.Actual> describe(Admin admin, List<TopicSpec> table)
            throws InterruptedException {
        var present = get(admin.listTopics().names());
        var names =
                table.stream().map(TopicSpec::name).filter(present::contains).toList();
        var topics = get(admin.describeTopics(names).allTopicNames());
        var configs = get(admin.describeConfigs(
                        names.stream().map(TopicProvisioning::resource).toList())
                .all());
        var actual = new HashMap<String, TopicDiff.Actual>();
        for (var name : names) {
            var description = topics.get(name);
            var config = configs.get(resource(name));
            if (description != null && config != null) {
                actual.put(name, new TopicDiff.Actual(description.partitions().size(), values(config)));
            }
        }
        return actual;
    }

    private static Map<String, String> values(Config config) {
        var values = new HashMap<String, String>();
        config.entries().forEach(entry -> values.put(entry.name(), String.valueOf(entry.value())));
        return values;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new SettingException("bootstrap.servers", "the cluster did not answer: " + cause.getMessage());
        }
    }
}
