package dev.quintet.verb;

import dev.quintet.http.PromotionBody;
import dev.quintet.wire.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Print a promotion as a line of JSON; all of them when none is named.")
final class PromotionShowVerb extends ClusterVerb {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "The promotion.")
    private @Nullable String id;

    @Override
    public Integer call() throws InterruptedException {
        var serdes = broker.serdes();
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.PROMOTIONS);
            try (var published = new PublishedPromotions(cluster, serdes)) {
                var wanted = published.all().stream()
                        .filter(promotion ->
                                id == null || promotion.promotionId().equals(id))
                        .toList();
                if (id != null && wanted.isEmpty()) {
                    throw new VerbException("No promotion is called " + id);
                }
                wanted.forEach(promotion -> out().println(Json.line(PromotionBody.of(promotion))));
                return 0;
            }
        }
    }
}
