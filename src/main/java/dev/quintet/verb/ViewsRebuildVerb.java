package dev.quintet.verb;

import dev.quintet.operations.Settings;
import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        description = "Build the views anew from order.events beside those that are served, then have them served.",
        footer = {
            "",
            "Readers notice nothing: every pod goes on answering from the old views until the new ones are as far. Ctrl-C"
                    + " leaves all as it was; run again, it goes on where it stopped. What is served can't be rebuilt in place."
        })
final class ViewsRebuildVerb extends ClusterVerb {
    @Option(
            names = "--as",
            paramLabel = "NAME",
            required = true,
            converter = GenerationConverter.class,
            description = "What the new generation is called, such as v2.")
    private ViewsGeneration generation = ViewsGeneration.FIRST;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings of the pods that run views; what they keep, and for how long, is theirs.")
    private @Nullable Path config;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:quintet.home:-.}/.quintet/rebuild",
            description = "Where state is kept while it runs, as large as the views. Default: ${DEFAULT-VALUE}")
    private Path work = Path.of(".quintet", "rebuild");

    private final ChangingLine line = ChangingLine.onStandardError();

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (var until = Until.signalled();
                var cluster = broker.connect()) {
            cluster.requireTopics(Topics.ORDER_EVENTS, Topics.VIEWS_SERVING);
            var served = cluster.served();
            if (served.equals(generation)) {
                throw new VerbException("The views " + served
                        + " are served now, and are not rebuilt under their readers:" + " give another name with --as");
            }
            var folder = work.resolve(generation + "-" + ProcessHandle.current().pid());
            try {
                var settings = settings(cluster.clock().orElse(Clock.BROKER), folder);
                if (!rebuild(until, cluster, settings, served)) {
                    line.say("stopped: views " + served + " are served as before; `views rebuild --as " + generation
                            + "` goes on here");
                    return 1;
                }
            } finally {
                Utils.delete(folder.toFile());
            }
            ServingLog.publish(cluster.clientConfigs(), generation);
            new Handover(cluster, served, generation, line).await(until);
            return 0;
        }
    }

    private Settings settings(Clock clock, Path folder) throws IOException {
        Files.createDirectories(folder);
        return SettingsLoader.load(
                config,
                System.getenv(),
                Map.of(
                        "bootstrap.servers", broker.bootstrap(),
                        "schema.registry.url", broker.registryUrl(),
                        "clock", clock.name(),
                        "instance.id", "rebuild-" + UUID.randomUUID(),
                        "standby.replicas", "0",
                        "state.dir", folder.toString()));
    }

    /** False when it was told to stop. */
    private boolean rebuild(Until until, Cluster cluster, Settings settings, ViewsGeneration served)
            throws InterruptedException {
        var lag = new GenerationLag(cluster.answers(), generation);
        boolean isThere = cluster.topics().contains(generation.customerOrders());
        TopicProvisioning.apply(cluster.answers(), generation.topics());
        var before = lag.progress();
        if (isThere && !before.hasBegun() && hasRows(lag)) {
            throw new VerbException("The views " + generation + " have rows, and where they stopped is forgotten:"
                    + " `views drop --generation " + generation + "` first, or give another name");
        }
        line.say(
                isThere && before.hasBegun()
                        ? String.format(
                                Locale.ROOT,
                                "views %s go on where they stopped, %,d records of %,d; %s are served meanwhile",
                                generation,
                                before.done(),
                                before.all(),
                                served)
                        : String.format(
                                Locale.ROOT,
                                "views %s are built from %,d records; %s are served meanwhile",
                                generation,
                                before.all(),
                                served));
        return new Rebuild(generation, lag, line).run(until, settings);
    }

    private boolean hasRows(GenerationLag lag) throws InterruptedException {
        var topics = generation.topics().stream().map(TopicSpec::name).toList();
        return !lag.ends(topics, IsolationLevel.READ_UNCOMMITTED).isEmpty();
    }
}
