package dev.quintet.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Draws a topology as a Mermaid flow chart: topics as cylinders, processors as boxes, stores as rounded boxes. */
public final class TopologyDiagram {
    private final List<String> lines = new ArrayList<>();
    private final TreeSet<String> topics = new TreeSet<>();
    private final TreeSet<String> stores = new TreeSet<>();

    private TopologyDiagram() {}

    /** The chart, without the fence around it; the same topology gives the same text. */
    public static String of(TopologyDescription topology) {
        var diagram = new TopologyDiagram();
        diagram.lines.add("flowchart TD");
        topology.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(diagram::draw);
        topology.globalStores().stream()
                .sorted(Comparator.comparing(store -> store.processor().name()))
                .forEach(diagram::draw);
        diagram.topics.forEach(topic -> diagram.lines.add("    " + id(topic) + "[(" + topic + ")]"));
        diagram.stores.forEach(store -> diagram.lines.add("    " + id("store " + store) + "([" + store + "])"));
        return String.join("\n", diagram.lines) + "\n";
    }

    private void draw(Subtopology subtopology) {
        lines.add("    subgraph sub" + subtopology.id() + "[sub-topology " + subtopology.id() + "]");
        var nodes = subtopology.nodes().stream()
                .sorted(Comparator.comparing(Node::name))
                .toList();
        for (var node : nodes) {
            if (node instanceof Processor) {
                lines.add("        " + id(node.name()) + "[" + node.name() + "]");
            }
        }
        lines.add("    end");
        nodes.forEach(this::connect);
    }

    private void draw(GlobalStore store) {
        var topic = String.join(", ", store.source().topicSet());
        lines.add(
                "    " + id(store.processor().name()) + "[" + store.processor().name() + "]");
        arrow(topic(topic), id(store.processor().name()));
        store.processor().stores().stream().sorted().forEach(name -> link(store.processor(), name));
    }

    private void connect(Node node) {
        switch (node) {
            case Source source ->
                successors(source)
                        .forEach(next -> source.topicSet().stream()
                                .sorted()
                                .forEach(topic -> arrow(topic(topic), id(next.name()))));
            case Processor processor -> {
                processor.stores().stream().sorted().forEach(store -> link(processor, store));
                successors(processor)
                        .forEach(next -> arrow(
                                id(processor.name()),
                                next instanceof Sink sink ? topic(sink.topic()) : id(next.name())));
            }
            default -> {
                // A sink is drawn as its topic, by the processor before it.
            }
        }
    }

    private static List<Node> successors(Node node) {
        return node.successors().stream()
                .sorted(Comparator.comparing(Node::name))
                .toList();
    }

    private void link(Processor processor, String store) {
        stores.add(store);
        lines.add("    " + id(processor.name()) + " --- " + id("store " + store));
    }

    private void arrow(String from, String to) {
        lines.add("    " + from + " --> " + to);
    }

    private String topic(String name) {
        topics.add(name);
        return id(name);
    }

    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
