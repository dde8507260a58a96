package dev.quintet.http;

import dev.quintet.domain.limit.PromotionRules;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.PriceBounds;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Promotions and the menu: publishing them, and looking a promotion up. */
final class ReferenceRoute {
    private final ReferencePublisher publisher;
    private final ReferenceData known;

    ReferenceRoute(ReferencePublisher publisher, ReferenceData known) {
        this.publisher = publisher;
        this.known = known;
    }

    void getPromotion(Context context) {
        var promotion = known.promotion(RequestIds.inPath(context, "promotionId"));
        if (promotion == null) {
            throw new NotFoundResponse();
        }
        context.json(PromotionBody.of(promotion));
    }

    void putPromotion(Context context) throws InterruptedException {
        var promotion = PromotionBody.read(context.pathParam("promotionId"), JsonRequest.body(context));
        var problems = PromotionRules.problems(promotion);
        if (!problems.isEmpty()) {
            ProblemDocument.ruleBroken("The promotion breaks a rule", problems).answer(context);
            return;
        }
        var published = publisher.publish(promotion);
        // Accepted only: it is kept, but this pod would still show what was before.
        int status = !publisher.isVisible(published) ? 202 : published.version() == 1 ? 201 : 200;
        context.status(status).json(PromotionBody.of(published));
    }

    void putMenuItem(Context context) throws InterruptedException {
        var item = menuItem(context.pathParam("itemId"), JsonRequest.body(context));
        var problem = item.problem();
        if (problem != null) {
            ProblemDocument.ruleBroken("The item breaks a rule", List.of(problem))
                    .answer(context);
            return;
        }
        boolean isNew = known.item(item.itemId()) == null;
        publisher.publish(item);
        context.status(isNew ? 201 : 200).json(item);
    }

    private static MenuItem menuItem(String itemId, JsonObject body) {
        var price = body.object("price");
        var item = new MenuItem(
                itemId,
                body.text("name"),
                new Money(price.longInteger("amountMinor"), price.text("currency")),
                bounds(body.optionalObject("bounds")));
        price.rejectOthers();
        body.rejectOthers();
        return item;
    }

    private static @Nullable PriceBounds bounds(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        var bounds = new PriceBounds(object.longInteger("minMinor"), object.longInteger("maxMinor"));
        object.rejectOthers();
        return bounds;
    }
}
