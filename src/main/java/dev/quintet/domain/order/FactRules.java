package dev.quintet.domain.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What facts keep to, so that whatever is made of them has a size that is bounded. */
final class FactRules {
    private FactRules() {}

    static @Nullable String problem(OrderFact.Accepted fact) {
        if (!areIds(fact.promotionId(), fact.outletId(), fact.paymentMethod())) {
            return "promotionId, outletId and paymentMethod must be " + Ids.RULE;
        }
        if (fact.lines().size() > PlaceOrder.LINES_MAX) {
            return "An order has at most " + PlaceOrder.LINES_MAX + " lines";
        }
        for (var line : fact.lines()) {
            if (!isLine(line.itemId(), line.quantity())) {
                return "A line has the id of an item and a quantity of 1 to " + OrderLine.QUANTITY_MAX;
            }
        }
        return fact.total().hasCurrency()
                ? problem(fact.use())
                : "The currency must be a code of three capital letters";
    }

    static @Nullable String problem(OrderFact.Refused fact) {
        if (!areIdsOrEmpty(fact.promotionId(), fact.outletId())) {
            return "promotionId and outletId must be " + Ids.RULE;
        }
        if (fact.lines().size() > PlaceOrder.LINES_MAX) {
            return "An order has at most " + PlaceOrder.LINES_MAX + " lines";
        }
        for (var line : fact.lines()) {
            if (!isLine(line.itemId(), line.quantity())) {
                return "A line has the id of an item and a quantity of 1 to " + OrderLine.QUANTITY_MAX;
            }
        }
        return fact.use() == null ? null : problem(fact.use());
    }

    /** Steps are called by words of the definition, but a later build may know more of them. Empty for the whole order. */
    static @Nullable String problemOfStep(String step) {
        return step.length() <= Ids.LENGTH_MAX ? null : "A step's name has at most " + Ids.LENGTH_MAX + " characters";
    }

    private static @Nullable String problem(LimitUse use) {
        return areIds(use.countedOrders()) ? null : "Counted orders must be " + Ids.RULE;
    }

    private static boolean isLine(String itemId, int quantity) {
        return Ids.isValid(itemId) && quantity >= 1 && quantity <= OrderLine.QUANTITY_MAX;
    }

    private static boolean areIds(List<String> ids) {
        for (var id : ids) {
            if (!Ids.isValid(id)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areIds(String... ids) {
        return areIds(List.of(ids));
    }

    /** What is kept of an order whose content broke a rule has none. */
    private static boolean areIdsOrEmpty(String... ids) {
        for (var id : ids) {
            if (!id.isEmpty() && !Ids.isValid(id)) {
                return false;
            }
        }
        return true;
    }
}
