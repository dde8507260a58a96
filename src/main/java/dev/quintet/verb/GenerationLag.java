package dev.quintet.verb;

import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.SilenceException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far a generation of the views is in what it reads. Asked of the broker, as the offsets that it has committed: that
 * is so for all its pods together, and tells what is in the views and not what is under way.
 *
 * <p>Methods throw a {@link KafkaException} when nothing comes from any broker for too long, or one refuses.
 */
record GenerationLag(BrokerAnswers answers, ViewsGeneration generation) {
    /**
     * How far it is.
     *
     * @param done records of all that are there
     * @param hasBegun whether it has ever committed anything
     */
    record Progress(long done, long all, boolean hasBegun) {
        long behind() {
            return all - done;
        }
    }

    /** In all that it reads, what it tells itself among it. */
    Progress progress() throws InterruptedException {
        var events = partitions(Stream.concat(ViewsGeneration.INPUTS.stream(), Stream.of(generation.customerOrders())));
        var committed = committed();
        // First where the log ends, then where it begins, so that what is deleted meanwhile counts as nothing.
        var ends = offsets(events, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        var begins = offsets(events, OffsetSpec.earliest(), IsolationLevel.READ_COMMITTED);
        long done = 0;
        long all = 0;
        for (var partition : events) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = Math.max(begin, ends.getOrDefault(partition, begin));
            all += end - begin;
            done += Math.clamp(committed.getOrDefault(partition, begin), begin, end) - begin;
        }
        return new Progress(done, all, !committed.isEmpty());
    }

    /** Where topics end now, for readers of committed records or of all; without partitions that have none. */
    Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel readers) throws InterruptedException {
        var partitions = partitions(topics.stream());
        var begins = offsets(partitions, OffsetSpec.earliest(), readers);
        var ends = new HashMap<>(offsets(partitions, OffsetSpec.latest(), readers));
        ends.entrySet().removeIf(end -> end.getValue() <= begins.getOrDefault(end.getKey(), 0L));
        return ends;
    }

    /** Whether it is as far as that, everywhere. */
    boolean hasReached(Map<TopicPartition, Long> ends) throws InterruptedException {
        var committed = committed();
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** The generations that have topics, by name. */
    static Set<ViewsGeneration> generations(BrokerAnswers answers) throws InterruptedException {
        var generations = new TreeSet<>(Comparator.comparing(ViewsGeneration::name));
        get(answers, answers.admin().listTopics().names())
                .forEach(topic -> ViewsGeneration.ofCustomerOrders(topic).ifPresent(generations::add));
        return generations;
    }

    /** How many stream threads run it, in all processes. */
    int members() throws InterruptedException {
        try {
            return get(
                            answers,
                            answers.admin()
                                    .describeConsumerGroups(List.of(generation.applicationId()))
                                    .all())
                    .values()
                    .stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (KafkaException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private static List<TopicPartition> partitions(Stream<String> topics) {
        return topics.flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException {
        return get(
                        answers,
                        answers.admin()
                                .listConsumerGroupOffsets(generation.applicationId())
                                .partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .filter(offset -> offset.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel readers)
            throws InterruptedException {
        var specs = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        var options = new ListOffsetsOptions(readers);
        return get(answers, answers.admin().listOffsets(specs, options).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private static <T> T get(BrokerAnswers answers, KafkaFuture<T> future) throws InterruptedException {
        try {
            return answers.get(future);
        } catch (SilenceException e) {
            throw new KafkaException(e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e.getCause());
        }
    }
}
