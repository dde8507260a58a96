package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.wire.Stores;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** A store that is added to the views must have its changelog in every generation. */
final class GenerationTopicsTest {
    private static final ViewsGeneration SECOND = new ViewsGeneration("v2");

    @Test
    void generationHasAChangelogForEachOfItsStoresAndItsOwnTopic() {
        var serdes = new WireSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        var topology = ViewsTopology.build(
                serdes,
                new ReferenceTables(),
                new StockTables(),
                new ViewLimits(Duration.ofDays(30), 200),
                (_, _) -> {},
                _ -> {},
                SECOND);

        var expected = topology.describe().subtopologies().stream()
                .flatMap(subtopology -> subtopology.nodes().stream())
                .filter(TopologyDescription.Processor.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
                .map(store -> Stores.changelog(SECOND.applicationId(), store))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("views.customer-orders-v2");

        assertThat(SECOND.topics().stream().map(TopicSpec::name)).containsExactlyInAnyOrderElementsOf(expected);
    }
}
