package dev.quintet.http;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.stock.StockLevels;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.domain.stock.SupplyOutcome;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What participants work with: customers and their addresses, and what outlets have in stock. */
final class SupplyRoute {
    private static final int QUANTITY_MAX = 1_000_000;
    private static final int LINES_MAX = 100;

    private final ReferencePublisher publisher;
    private final StockLevels levels;

    /** @param levels what outlets have, as this pod has read it */
    SupplyRoute(ReferencePublisher publisher, StockLevels levels) {
        this.publisher = publisher;
        this.levels = levels;
    }

    void putCustomer(Context context) throws InterruptedException {
        var body = JsonRequest.body(context);
        var customer = new Customer(
                context.pathParam("customerId"),
                body.text("name"),
                body.text("email"),
                body.optionalText("phone"),
                body.text("address"),
                body.text("region"));
        body.rejectOthers();
        var problem = customer.problem();
        if (problem != null) {
            ProblemDocument.ruleBroken("The customer breaks a rule", List.of(problem))
                    .answer(context);
            return;
        }
        publisher.publish(customer);
        context.json(customer);
    }

    /** Waits for what stock makes of it, for a time: the command is kept, and done once however often it comes with its key. */
    void postStock(Context context) throws InterruptedException {
        var outletId = context.pathParam("outletId");
        var body = JsonRequest.body(context);
        var lines = body.objects("lines").stream().map(SupplyRoute::line).toList();
        body.rejectOthers();
        var wrong = problem(outletId, lines);
        var problem = wrong == null ? tooManyItems(outletId, lines) : wrong;
        if (problem != null) {
            ProblemDocument.ruleBroken("The delivery breaks a rule", List.of(problem))
                    .answer(context);
            return;
        }
        var key = IdempotencyKey.of(context);
        var commandId = key == null ? "replenish-" + UUID.randomUUID() : OrderBody.idFromKey(outletId, key);
        var request = new StockRequest.Replenish(lines);
        publisher.send(commandId, outletId, request);
        answer(context, outletId, commandId, SupplyOutcome.mark(commandId, request));
    }

    private void answer(Context context, String outletId, String commandId, String mark) throws InterruptedException {
        var preference = Preference.of(Collections.list(context.req().getHeaders("Prefer")));
        if (!preference.wantsNoVerdict()) {
            ReferencePublisher.awaitVisible(
                    () -> outcome(outletId, mark) != null, preference.waitAtMost(ReferencePublisher.VISIBLE_WAIT));
        }
        var outcome = preference.wantsNoVerdict() ? null : outcome(outletId, mark);
        var applied = preference.applied(ReferencePublisher.VISIBLE_WAIT, outcome == null);
        if (!applied.isEmpty()) {
            context.header("Preference-Applied", applied);
        }
        SupplyAnswer.write(context, outletId, commandId, outcome);
    }

    private @Nullable SupplyOutcome outcome(String outletId, String mark) {
        var level = levels.level(outletId);
        return level == null ? null : level.outcome(mark);
    }

    void getStock(Context context) {
        var outletId = RequestIds.inPath(context, "outletId");
        var level = levels.level(outletId);
        if (level == null) {
            new ProblemDocument(
                            404,
                            "unknown-outlet",
                            "Unknown outlet",
                            "Nothing was ever supplied to outlet " + outletId,
                            Map.of("outletId", outletId))
                    .answer(context);
            return;
        }
        ViewJson.answer(context, StockAnswer.of(level));
    }

    private static OrderLine line(JsonObject body) {
        var line = new OrderLine(body.text("itemId"), body.integer("quantity"));
        body.rejectOthers();
        return line;
    }

    /** As far as this pod has read what the outlet has; stock itself refuses what is on its way together with others. */
    private @Nullable String tooManyItems(String outletId, List<OrderLine> lines) {
        var level = levels.level(outletId);
        var items = new HashSet<>(level == null ? Set.of() : level.items().keySet());
        lines.forEach(line -> items.add(line.itemId()));
        return items.size() <= StockRoom.ITEMS_MAX
                ? null
                : "an outlet may have " + StockRoom.ITEMS_MAX + " items, and this one would have " + items.size();
    }

    private static @Nullable String problem(String outletId, List<OrderLine> lines) {
        if (!Ids.isValid(outletId)) {
            return "outletId must be " + Ids.RULE;
        }
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            return "a delivery must have 1 to " + LINES_MAX + " lines";
        }
        for (var line : lines) {
            if (!Ids.isValid(line.itemId()) || line.quantity() < 1 || line.quantity() > QUANTITY_MAX) {
                return "itemId must be " + Ids.RULE + ", and quantity 1 to " + QUANTITY_MAX;
            }
        }
        return null;
    }
}
