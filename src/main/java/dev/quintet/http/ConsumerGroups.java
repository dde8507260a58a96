package dev.quintet.http;

import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.SilenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Every consumer group of the cluster, as the broker knows it: the services, and whoever else reads. Asked at the most
 * once in two seconds, however many want to know.
 */
public final class ConsumerGroups implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(2);

    /** Whoever asks over HTTP is told soon when nobody knows; brokers that are only slow are waited for. */
    private static final Patience SHORT = Patience.of(Duration.ofSeconds(5));

    private final BrokerAnswers brokers;
    private List<Group> known = List.of();
    private long askedAt = System.nanoTime() - KEPT.toNanos();

    private ConsumerGroups(BrokerAnswers brokers) {
        this.brokers = brokers;
    }

    /** Connects when it is first asked. */
    public static ConsumerGroups open(Map<String, ?> clientConfigs) {
        return new ConsumerGroups(BrokerAnswers.open(clientConfigs, "the brokers", SHORT));
    }

    /**
     * A group.
     *
     * @param group its id; for a Kafka Streams application, the application id
     * @param lag records that it has still to read, of all its topics
     * @param topics the same by topic
     */
    public record Group(String group, String state, long lag, Map<String, Long> topics, List<Member> members) {}

    /**
     * One who reads.
     *
     * @param name the instance id where it has one, otherwise the client id
     * @param partitions as TOPIC-NUMBER
     */
    public record Member(String name, String host, List<String> partitions) {}

    /**
     * All groups, by their ids.
     *
     * @throws IntakeUnavailableException when the brokers do not answer
     */
    synchronized List<Group> all() throws InterruptedException {
        if (System.nanoTime() - askedAt >= KEPT.toNanos()) {
            try {
                known = ask();
                askedAt = System.nanoTime();
            } catch (ExecutionException | SilenceException e) {
                throw new IntakeUnavailableException("The brokers do not tell of the consumer groups", e);
            }
        }
        return known;
    }

    /** Whether somebody reads for a group and all have agreed who reads what; false when the brokers do not tell. */
    public boolean isServed(String group) {
        try {
            return all().stream()
                    .anyMatch(known -> known.group().equals(group)
                            && known.state().equals(GroupState.STABLE.name())
                            && !known.members().isEmpty());
        } catch (IntakeUnavailableException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Group> ask() throws InterruptedException, ExecutionException {
        var ids = get(brokers.admin()
                        .listGroups(ListGroupsOptions.forConsumerGroups())
                        .all())
                .stream()
                .map(group -> group.groupId())
                .toList();
        var described = get(brokers.admin().describeConsumerGroups(ids).all());
        var specs = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        ids.forEach(id -> specs.put(id, new ListConsumerGroupOffsetsSpec()));
        var committed = get(brokers.admin().listConsumerGroupOffsets(specs).all());
        var ends = ends(committed.values());
        return described.values().stream()
                .map(group -> group(group, committed.getOrDefault(group.groupId(), Map.of()), ends))
                .sorted(Comparator.comparing(Group::group))
                .toList();
    }

    private Map<TopicPartition, Long> ends(Collection<Map<TopicPartition, OffsetAndMetadata>> committed)
            throws InterruptedException, ExecutionException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        committed.forEach(offsets -> offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        get(brokers.admin()
                        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Group group(
            ConsumerGroupDescription group,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> ends) {
        var topics = new TreeMap<String, Long>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                long left = ends.getOrDefault(partition, offset.offset()) - offset.offset();
                topics.merge(partition.topic(), Math.max(0, left), Long::sum);
            }
        });
        var members = group.members().stream()
                .map(ConsumerGroups::member)
                .sorted(Comparator.comparing(Member::name))
                .toList();
        long lag = topics.values().stream().mapToLong(Long::longValue).sum();
        return new Group(group.groupId(), group.groupState().name(), lag, topics, members);
    }

    private static Member member(MemberDescription member) {
        var partitions = new ArrayList<String>();
        member.assignment().topicPartitions().forEach(partition -> partitions.add(partition.toString()));
        partitions.sort(Comparator.naturalOrder());
        return new Member(member.groupInstanceId().orElse(member.clientId()), member.host(), partitions);
    }

    private <T> T get(KafkaFuture<T> answer) throws InterruptedException, ExecutionException {
        return brokers.get(answer);
    }

    @Override
    public void close() {
        brokers.close();
    }
}
