package dev.quintet.verb;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.PromotionRules;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.http.PromotionBody;
import dev.quintet.http.ReferencePublisher;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Publish a promotion under its next version and print it as a line of JSON.",
        footer = {
            "",
            "What is not given stays as it is; a new promotion starts with 70 % off and 5 ORDERS per ROLLING(24h).",
            "Exit code: 2 when the promotion breaks a rule; nothing is published then."
        })
final class PromotionSetVerb extends ClusterVerb {
    @Parameters(index = "0", paramLabel = "ID", description = "The promotion.")
    private String id = "";

    @Option(names = "--name", description = "What people call it.")
    private @Nullable String name;

    @Option(names = "--discount", paramLabel = "PERCENT", description = "On an order, 0 to 100.")
    private @Nullable Integer discount;

    @Option(
            names = "--limit",
            paramLabel = "LIMIT",
            converter = LimitConverter.class,
            description = "Such as \"5 ORDERS per ROLLING(24h)\"; may be repeated, and all must pass.")
    private @Nullable List<Limit> limits;

    @Option(
            names = "--starts",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "The first instant at which orders may be placed.")
    private @Nullable Instant starts;

    @Option(
            names = "--ends",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "The first instant at which they may no longer be placed.")
    private @Nullable Instant ends;

    @Override
    public Integer call() throws InterruptedException {
        var serdes = broker.serdes();
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.PROMOTIONS);
            try (var published = new PublishedPromotions(cluster, serdes);
                    var publisher = ReferencePublisher.open(cluster.clientConfigs(), serdes, published)) {
                var promotion = changed(before(published.promotion(id)));
                var problems = PromotionRules.problems(promotion);
                problems.forEach(commandLine().getErr()::println);
                if (!problems.isEmpty()) {
                    return ExitCode.USAGE;
                }
                out().println(Json.line(PromotionBody.of(publisher.publish(promotion))));
                return 0;
            }
        }
    }

    private Promotion before(@Nullable Promotion published) {
        var fiveOrdersADay = new Limit(5, LimitUnit.ORDERS, new LimitWindow.Rolling(Duration.ofHours(24)));
        return published == null ? new Promotion(id, 0, "", 70, null, null, List.of(fiveOrdersADay)) : published;
    }

    private Promotion changed(Promotion before) {
        return new Promotion(
                id,
                before.version(),
                name == null ? before.name() : name,
                discount == null ? before.discountPercent() : discount,
                starts == null ? before.startsAt() : starts,
                ends == null ? before.endsAt() : ends,
                limits == null ? before.limits() : limits);
    }
}
