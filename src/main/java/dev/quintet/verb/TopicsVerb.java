package dev.quintet.verb;

import dev.quintet.operations.TopicProvisioning;
import dev.quintet.operations.TopicProvisioning.Drift;
import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "topics",
        description = "Create and mend every topic (apply), or tell how they differ from what they must be (check).",
        footer = {"", "Exit code of check: 0 when all is as it must be, 1 when something differs."})
public final class TopicsVerb extends ClusterVerb {
    private enum Action {
        APPLY,
        CHECK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "apply|check")
    private Action action = Action.CHECK;

    @Option(
            names = "--clock",
            converter = ClockConverter.class,
            description = "By which orders are judged: broker or event. Default: as it is; broker for a new system.")
    private @Nullable Clock clock;

    @Override
    public Integer call() throws InterruptedException {
        try (var cluster = broker.connect()) {
            // Never flips the clock of a running system unasked: the broker's clock lets history expire.
            var views = cluster.served();
            var table = Topics.table(clock == null ? cluster.clock().orElse(Clock.BROKER) : clock, views);
            return switch (action) {
                case APPLY -> apply(cluster, table);
                case CHECK -> check(cluster, table);
            };
        }
    }

    private int apply(Cluster cluster, List<TopicSpec> table) throws InterruptedException {
        TopicProvisioning.apply(cluster.answers(), table).forEach(out()::println);
        // What is left can't be mended in place.
        return tell(cluster.drifts(table)) ? 1 : 0;
    }

    private int check(Cluster cluster, List<TopicSpec> table) throws InterruptedException {
        if (tell(cluster.drifts(table))) {
            return 1;
        }
        out().println("all " + table.size() + " topics are as they should be");
        return 0;
    }

    private boolean tell(List<Drift> drifts) {
        drifts.forEach(drift -> out().println(drift.topic() + ": " + drift.what() + "; " + drift.howToMend()));
        return !drifts.isEmpty();
    }
}
