package dev.quintet.domain.stock;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.util.List;

/** How an outlet gives out what it has: never more than that, and each command once. */
public final class StockRoom {
    public static final String OUT_OF_STOCK = "OUT_OF_STOCK";
    public static final String NO_CAPACITY = "NO_CAPACITY";
    public static final String RELEASED = "RELEASED";
    public static final String ALREADY_RESERVED = "ALREADY_RESERVED";
    public static final String INVALID_LINES = "INVALID_LINES";
    public static final String INVALID_CAPACITY = "INVALID_CAPACITY";
    public static final String TOO_MANY_ITEMS = "TOO_MANY_ITEMS";
    public static final String IDEMPOTENCY_CONFLICT = "IDEMPOTENCY_CONFLICT";
    public static final String TOO_MANY_COMMANDS = "TOO_MANY_COMMANDS";

    /** How many items an outlet may have: they are one row of the store. */
    public static final int ITEMS_MAX = 1_000;

    /** How many commands of one order are remembered. What would come on top is refused without a trace. */
    public static final int COMMANDS_MAX = 100;

    private StockRoom() {}

    /**
     * Decides on a command.
     *
     * @param reservation what is remembered of its order, or of the command itself when it has none
     * @param at when it came, in epoch milliseconds
     */
    public static StockDecision decide(StockLevel level, Reservation reservation, StockCommand command, long at) {
        return command.request().belongsToOrder()
                ? decided(level, reservation, command, at)
                : supplied(level, reservation, command, at);
    }

    private static StockDecision supplied(StockLevel level, Reservation known, StockCommand command, long at) {
        var head = command.head();
        var mark = SupplyOutcome.mark(head.commandId(), command.request());
        var isOther = known.content() != null && !known.content().equals(mark);
        var decision = isOther
                ? new StockDecision(level, known, Reply.no(head, IDEMPOTENCY_CONFLICT))
                : decided(level, known.answers().isEmpty() ? known.about(mark) : known, command, at);
        var outcome = new SupplyOutcome(mark, decision.reply().reason());
        return new StockDecision(decision.level().with(outcome), decision.reservation(), decision.reply());
    }

    private static StockDecision decided(StockLevel level, Reservation reservation, StockCommand command, long at) {
        var head = command.head();
        // A release needs no memory of its command: a second time there is nothing left, and the answer is the same.
        if (command.request() instanceof StockRequest.Release) {
            return release(level, reservation, head, at);
        }
        var answer = reservation.answerTo(head.commandId());
        if (answer != null) {
            return new StockDecision(level, reservation, answer);
        }
        if (reservation.answers().size() >= COMMANDS_MAX) {
            return new StockDecision(level, reservation, Reply.no(head, TOO_MANY_COMMANDS));
        }
        return switch (command.request()) {
            case StockRequest.Reserve(var lines) -> reserve(level, reservation, head, lines, at);
            case StockRequest.Replenish(var lines) -> replenish(level, reservation, head, lines);
            case StockRequest.SetCapacity capacity -> setCapacity(level, reservation, head, capacity, at);
            case StockRequest.Release() -> throw new IllegalStateException("Released already");
        };
    }

    private static StockDecision reserve(
            StockLevel level, Reservation reservation, CommandHead head, List<OrderLine> lines, long at) {
        if (reservation.released()) {
            return no(level, reservation, head, RELEASED);
        }
        if (!areValid(lines)) {
            return no(level, reservation, head, INVALID_LINES);
        }
        if (!reservation.lines().isEmpty()) {
            return reservation.lines().equals(lines)
                    ? ok(level, reservation, head)
                    : no(level, reservation, head, ALREADY_RESERVED);
        }
        var left = level.reserve(lines);
        if (left == null) {
            return no(level, reservation, head, OUT_OF_STOCK);
        }
        var kitchen = level.kitchen().at(at);
        return kitchen.hasPlace()
                ? ok(left.with(kitchen.take()), reservation.of(lines, kitchen.slot()), head)
                : no(level, reservation, head, NO_CAPACITY);
    }

    private static StockDecision release(StockLevel level, Reservation reservation, CommandHead head, long at) {
        var lines = reservation.lines();
        var after = lines.isEmpty()
                ? level
                : level.giveBack(lines).with(level.kitchen().at(at).giveBack(reservation.slot()));
        return new StockDecision(after, reservation.asReleased(), Reply.ok(head, null));
    }

    private static StockDecision replenish(
            StockLevel level, Reservation reservation, CommandHead head, List<OrderLine> lines) {
        if (!areValid(lines)) {
            return no(level, reservation, head, INVALID_LINES);
        }
        var after = level.supply(lines);
        return after.items().size() <= ITEMS_MAX
                ? ok(after, reservation, head)
                : no(level, reservation, head, TOO_MANY_ITEMS);
    }

    private static StockDecision setCapacity(
            StockLevel level, Reservation reservation, CommandHead head, StockRequest.SetCapacity capacity, long at) {
        var orders = capacity.orders();
        boolean isSlot = capacity.slotMillis() > 0 && capacity.slotMillis() <= Kitchen.SLOT_MAX.toMillis();
        if (!isSlot || (orders != null && (orders < 0 || orders > Kitchen.ORDERS_MAX))) {
            return no(level, reservation, head, INVALID_CAPACITY);
        }
        var kitchen = level.kitchen().withCapacity(orders, capacity.slotMillis(), at);
        return ok(level.with(kitchen), reservation, head);
    }

    private static boolean areValid(List<OrderLine> lines) {
        return !lines.isEmpty()
                && lines.size() <= PlaceOrder.LINES_MAX
                && lines.stream().allMatch(line -> line.quantity() > 0 && Ids.isValid(line.itemId()));
    }

    private static StockDecision ok(StockLevel level, Reservation reservation, CommandHead head) {
        var reply = Reply.ok(head, null);
        return new StockDecision(level, reservation.remember(reply), reply);
    }

    private static StockDecision no(StockLevel level, Reservation reservation, CommandHead head, String reason) {
        var reply = Reply.no(head, reason);
        return new StockDecision(level, reservation.remember(reply), reply);
    }
}
