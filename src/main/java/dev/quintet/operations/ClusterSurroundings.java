package dev.quintet.operations;

import dev.quintet.wire.BadReference;
import dev.quintet.wire.Surroundings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.TopologyDescription;

/** What one service knows of the cluster that it runs on. Its processors share it. */
final class ClusterSurroundings implements Surroundings, AutoCloseable {
    private final Map<String, Object> clientConfigs;
    private final Set<String> topics;
    private final ReferenceLetters letters;
    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    ClusterSurroundings(Map<String, Object> clientConfigs, TopologyDescription topology) {
        this.clientConfigs = clientConfigs;
        topics = sources(topology);
        letters = new ReferenceLetters(clientConfigs);
    }

    private static Set<String> sources(TopologyDescription topology) {
        var topics = new TreeSet<String>();
        topology.globalStores().forEach(store -> topics.addAll(store.source().topicSet()));
        for (var part : topology.subtopologies()) {
            for (var node : part.nodes()) {
                if (node instanceof TopologyDescription.Source source) {
                    topics.addAll(source.topicSet());
                }
            }
        }
        return topics;
    }

    /** Asks the cluster once, for all topics of the service. They are fixed at creation: a restart learns of others. */
    @Override
    public int partitions(String topic) {
        var known = partitions.get(topic);
        if (known == null) {
            learn();
            known = partitions.get(topic);
        }
        if (known == null) {
            throw new IllegalStateException("The service does not read " + topic);
        }
        return known;
    }

    private synchronized void learn() {
        if (!partitions.isEmpty()) {
            return;
        }
        try (var admin = Admin.create(clientConfigs)) {
            partitions.putAll(admin.describeTopics(topics).allTopicNames().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            described -> described.getValue().partitions().size())));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new TimeoutException("The cluster does not tell the partitions of " + topics, e.getCause());
        }
    }

    @Override
    public void bury(BadReference record) {
        letters.add(record);
    }

    @Override
    public void close() {
        letters.close();
    }
}
