package dev.quintet.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.jspecify.annotations.Nullable;

/** What runs in this process, node by node, as Kafka Streams describes it. */
final class TopologyRoute {
    private final Supplier<List<RunningService>> services;

    TopologyRoute(Supplier<List<RunningService>> services) {
        this.services = services;
    }

    private record Running(List<ServiceTopology> services) {}

    private record ServiceTopology(
            String service, String applicationId, String state, List<NodeAnswer> nodes, List<Table> tables) {}

    /**
     * A node.
     *
     * @param subtopology nodes of the same one run in the same task
     * @param kind SOURCE, PROCESSOR or SINK
     * @param topics what a source reads or a sink writes
     * @param stores what a processor keeps
     * @param next the names of the nodes that it forwards to
     */
    private record NodeAnswer(
            String name, int subtopology, String kind, Set<String> topics, Set<String> stores, Set<String> next) {}

    /** A topic that every pod reads whole. */
    private record Table(String topic, String store) {}

    void get(Context context) {
        var running = services.get().stream()
                .sorted(Comparator.comparing(RunningService::service))
                .map(TopologyRoute::answer)
                .toList();
        ViewJson.answer(context, new Running(running));
    }

    private static ServiceTopology answer(RunningService service) {
        var nodes = new ArrayList<NodeAnswer>();
        for (var subtopology : service.topology().subtopologies()) {
            for (var node : subtopology.nodes()) {
                nodes.add(answer(subtopology.id(), node));
            }
        }
        nodes.sort(Comparator.comparingInt(NodeAnswer::subtopology).thenComparing(NodeAnswer::name));
        var tables = service.topology().globalStores().stream()
                .flatMap(TopologyRoute::tables)
                .sorted(Comparator.comparing(Table::topic))
                .toList();
        return new ServiceTopology(service.service(), service.applicationId(), service.state(), nodes, tables);
    }

    private static NodeAnswer answer(int subtopology, Node node) {
        var next = new TreeSet<String>();
        node.successors().forEach(successor -> next.add(successor.name()));
        return switch (node) {
            case Source source ->
                new NodeAnswer(source.name(), subtopology, "SOURCE", sorted(source.topicSet()), Set.of(), next);
            case Processor processor ->
                new NodeAnswer(processor.name(), subtopology, "PROCESSOR", Set.of(), sorted(processor.stores()), next);
            case Sink sink -> new NodeAnswer(sink.name(), subtopology, "SINK", topic(sink.topic()), Set.of(), next);
            default -> throw new IllegalStateException("Nobody knows what " + node.name() + " is");
        };
    }

    private static Stream<Table> tables(TopologyDescription.GlobalStore table) {
        return table.source().topicSet().stream()
                .flatMap(topic -> table.processor().stores().stream().map(store -> new Table(topic, store)));
    }

    /** Empty when each record says where it goes. */
    private static Set<String> topic(@Nullable String topic) {
        return topic == null ? Set.of() : Set.of(topic);
    }

    private static Set<String> sorted(@Nullable Set<String> names) {
        return names == null ? Set.of() : new TreeSet<>(names);
    }
}
