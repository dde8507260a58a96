package dev.quintet.verb;

import dev.quintet.harness.Golden;
import dev.quintet.topology.TopologyDiagram;
import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What topology-docs says is what the code builds. A renamed node or store strands the data behind it, so a difference
 * here is a migration.
 */
final class TopologyDocsTest {
    private static final Path DOCS = Path.of("topology-docs");

    @ParameterizedTest
    @EnumSource
    void topologyIsTheOneThatWasReviewed(Service service) throws IOException {
        var description = Topologies.of(service).describe();
        var page = """
                # The %1$s service

                Generated from the code; `-Dgolden=write` rewrites it.

                ```mermaid
                %2$s```

                ```text
                %3$s
                ```
                """.formatted(
                service, TopologyDiagram.of(description), description.toString().strip());

        Golden.assertUpToDate(DOCS.resolve(service + ".md"), page);
    }

    @Test
    void topicsAreTheOnesThatWereReviewed() throws IOException {
        var page = """
                # Topics

                Generated from the code; `-Dgolden=write` rewrites it. `quintet topics apply` creates them,
                `quintet topics check` compares them with a cluster. Replication factor: 3, or the number of brokers if
                there are fewer.

                ## By the broker's clock

                %s
                ## By the event clock

                For importing and replaying history: times are the senders', and nothing is deleted for its age.

                %s""".formatted(table(Clock.BROKER), table(Clock.EVENT));

        Golden.assertUpToDate(DOCS.resolve("topics.md"), page);
    }

    private static String table(Clock clock) {
        return "| topic | partitions | holds | configuration |\n|---|---|---|---|\n"
                + Topics.table(clock).stream().map(TopologyDocsTest::row).collect(Collectors.joining());
    }

    private static String row(TopicSpec topic) {
        var configs = topic.configs().entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "| `%s` | %d | %s | %s |\n", topic.name(), topic.partitions(), topic.holds(), configs);
    }
}
