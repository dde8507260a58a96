package dev.quintet.operations;

import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Clock;
import dev.quintet.wire.SilenceException;
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
    private static final Duration VISIBLE_LOOK = Duration.ofMillis(20);

    private TopicProvisioning() {}

    /** A difference between a topic and the table, and what to do about it. */
    public record Drift(String topic, String what, String howToMend) {}

    /** The clock that the orders of a cluster are judged by; empty when it has no order.commands. */
    public static Optional<Clock> clock(BrokerAnswers brokers) throws InterruptedException {
        var commands = Topics.table(Clock.BROKER).stream()
                .filter(spec -> spec.name().equals(Topics.ORDER_COMMANDS))
                .toList();
        return Optional.ofNullable(describe(brokers, commands).get(Topics.ORDER_COMMANDS))
                .map(topic -> "CreateTime".equals(topic.configs().get("message.timestamp.type"))
                        ? Clock.EVENT
                        : Clock.BROKER);
    }

    /** Whether a cluster has a topic. */
    public static boolean has(BrokerAnswers brokers, String topic) throws InterruptedException {
        return get(brokers, brokers.admin().listTopics().names()).contains(topic);
    }

    /** Every difference; none when the cluster is as it must be. */
    public static List<Drift> check(BrokerAnswers brokers, List<TopicSpec> table) throws InterruptedException {
        var actual = describe(brokers, table);
        return table.stream()
                .flatMap(spec -> TopicDiff.of(spec, Optional.ofNullable(actual.get(spec.name()))).drifts().stream())
                .toList();
    }

    /**
     * Creates what is missing and mends what can be mended in place. Running it again changes nothing.
     *
     * @return one line for each topic, in the order of the table
     */
    public static List<String> apply(BrokerAnswers brokers, List<TopicSpec> table) throws InterruptedException {
        var actual = describe(brokers, table);
        var lines = new ArrayList<String>();
        for (var spec : table) {
            var diff = TopicDiff.of(spec, Optional.ofNullable(actual.get(spec.name())));
            if (diff.missing()) {
                create(brokers, spec);
            } else if (!diff.configs().isEmpty()) {
                mend(brokers, spec, diff.configs().keySet());
            }
            lines.add(diff.applied());
        }
        awaitVisible(brokers, table);
        return lines;
    }

    /** The same for whoever waits as is usual. */
    public static List<String> apply(Admin admin, List<TopicSpec> table) throws InterruptedException {
        return apply(BrokerAnswers.usual(admin), table);
    }

    /** A controller answers a little before its brokers know; who runs a service next must find its topics. */
    private static void awaitVisible(BrokerAnswers brokers, List<TopicSpec> table) throws InterruptedException {
        var names = table.stream().map(TopicSpec::name).toList();
        var wait = brokers.patience().begin("the brokers to know their new topics");
        while (!get(brokers, brokers.admin().listTopics().names()).containsAll(names) && !wait.isOver()) {
            Thread.sleep(VISIBLE_LOOK);
        }
    }

    private static void create(BrokerAnswers brokers, TopicSpec spec) throws InterruptedException {
        int count = get(brokers, brokers.admin().describeCluster().nodes()).size();
        short replicas = (short) Math.min(REPLICAS_WANTED, count);
        var configs = new HashMap<>(spec.configs());
        if (replicas == REPLICAS_WANTED) {
            configs.put("min.insync.replicas", "2");
        }
        var topic = new NewTopic(spec.name(), spec.partitions(), replicas).configs(configs);
        get(brokers, brokers.admin().createTopics(List.of(topic)).all());
    }

    private static void mend(BrokerAnswers brokers, TopicSpec spec, Set<String> keys) throws InterruptedException {
        Collection<AlterConfigOp> changes = keys.stream()
                .map(key ->
                        new AlterConfigOp(new ConfigEntry(key, spec.configs().get(key)), AlterConfigOp.OpType.SET))
                .toList();
        get(
                brokers,
                brokers.admin()
                        .incrementalAlterConfigs(Map.of(resource(spec.name()), changes))
                        .all());
    }

    private static Map<String, TopicDiff.Actual> describe(BrokerAnswers brokers, List<TopicSpec> table)
            throws InterruptedException {
        var present = get(brokers, brokers.admin().listTopics().names());
        var names =
                table.stream().map(TopicSpec::name).filter(present::contains).toList();
        var topics = get(brokers, brokers.admin().describeTopics(names).allTopicNames());
        var configs = get(
                brokers,
                brokers.admin()
                        .describeConfigs(
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

    private static <T> T get(BrokerAnswers brokers, KafkaFuture<T> future) throws InterruptedException {
        try {
            return brokers.get(future);
        } catch (SilenceException e) {
            throw new SettingException("bootstrap.servers", e.getMessage() + ": is it right, and do they run?");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new SettingException("bootstrap.servers", "the cluster did not answer: " + cause.getMessage());
        }
    }
}
