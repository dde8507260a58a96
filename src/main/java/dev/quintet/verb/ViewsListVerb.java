package dev.quintet.verb;

import dev.quintet.wire.Topics;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description =
                "Print the generations of the views: which is served, how far each is, and how many threads run it.")
final class ViewsListVerb extends ClusterVerb {
    @Override
    public Integer call() throws InterruptedException {
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.ORDER_EVENTS, Topics.VIEWS_SERVING);
            var served = cluster.served();
            for (var generation : GenerationLag.generations(cluster.answers())) {
                var lag = new GenerationLag(cluster.answers(), generation);
                var progress = lag.progress();
                commandLine()
                        .getOut()
                        .println(String.format(
                                Locale.ROOT,
                                "%-20s %-6s  %,d of %,d records, %,d behind, %d stream threads",
                                generation,
                                generation.equals(served) ? "served" : "",
                                progress.done(),
                                progress.all(),
                                progress.behind(),
                                lag.members()));
            }
        }
        return 0;
    }
}
