package dev.quintet.verb;

import dev.quintet.wire.SilenceException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drop",
        description = "Delete the topics and the consumer group of a generation of the views that nobody runs.",
        footer = {"", "Its rows can be had again by `views rebuild`: order.events keeps everything they follow from."})
final class ViewsDropVerb extends ClusterVerb {
    @Option(
            names = "--generation",
            paramLabel = "NAME",
            required = true,
            converter = GenerationConverter.class,
            description = "Such as v1.")
    private ViewsGeneration generation = ViewsGeneration.FIRST;

    @Override
    public Integer call() throws InterruptedException {
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.VIEWS_SERVING);
            requireUnused(cluster);
            var topics = cluster.topics();
            var own = generation.topics().stream()
                    .map(spec -> spec.name())
                    .filter(topics::contains)
                    .toList();
            cluster.get(cluster.admin().deleteTopics(own).all());
            forgetGroup(cluster);
            out().println("deleted " + String.join(", ", own));
        }
        return 0;
    }

    private void requireUnused(Cluster cluster) throws InterruptedException {
        if (cluster.served().equals(generation)) {
            throw new VerbException("The views " + generation + " are served now");
        }
        var there = GenerationLag.generations(cluster.answers());
        if (!there.contains(generation)) {
            throw new VerbException("There are no views " + generation + "; there are: "
                    + String.join(
                            ", ", there.stream().map(ViewsGeneration::name).toList()));
        }
        int members = new GenerationLag(cluster.answers(), generation).members();
        if (members > 0) {
            throw new VerbException("The views " + generation + " are still run by " + members
                    + " stream threads: of pods that are about to close them, or of a rebuild");
        }
    }

    private void forgetGroup(Cluster cluster) throws InterruptedException {
        try {
            cluster.answers()
                    .get(cluster.admin()
                            .deleteConsumerGroups(List.of(generation.applicationId()))
                            .all());
        } catch (SilenceException e) {
            throw new VerbException(
                    "The group " + generation.applicationId() + " may still be there: " + e.getMessage());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new VerbException("The group " + generation.applicationId() + " can't be deleted: "
                        + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            }
        }
    }
}
