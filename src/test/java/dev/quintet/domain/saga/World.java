package dev.quintet.domain.saga;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Delivery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything outside of one saga: participants that keep the contract, and replies that are on their way.
 *
 * <p>Immutable but for the making of a copy, so that a search can go on from any point.
 */
final class World {
    static final String ORDER = "o-1";

    /** Anything may be lost or doubled, any number of times. */
    static final int ANY_MISHAPS = Integer.MAX_VALUE;

    /** A third copy of a reply does what the second did. */
    private static final int COPIES_MAX = 2;

    /** What becomes of a command that a participant has not answered before. */
    enum Fate {
        /** It is done and answered. */
        OK,
        /** It is done and answered twice. */
        OK_TWICE,
        /** It is done, and the answer is lost. */
        OK_UNHEARD,
        /** It is refused. */
        NO,
        /** It never arrives. */
        LOST;

        private boolean isMishap() {
            return this == OK_TWICE || this == OK_UNHEARD || this == LOST;
        }
    }

    private final Map<Action, Boolean> answered;
    private final List<Action> effects;
    private final List<Action> undone;
    private final List<Reply> underway;
    private final int mishapsLeft;

    private World(
            Map<Action, Boolean> answered,
            List<Action> effects,
            List<Action> undone,
            List<Reply> underway,
            int mishapsLeft) {
        this.mishapsLeft = mishapsLeft;
        this.answered = answered;
        this.effects = effects;
        this.undone = undone;
        this.underway = underway;
    }

    /**
     * A world in which nothing has happened yet.
     *
     * @param mishaps how many commands and answers are lost at the most. Where that is bounded, nothing is doubled, and nothing
     *     happens to what is asked of stock and of an authorization
     */
    static World empty(int mishaps) {
        return new World(new EnumMap<>(Action.class), List.of(), List.of(), List.of(), mishaps);
    }

    /** The fates that a command may have here: a participant answers what it has seen before as it did before. */
    List<Fate> fatesOf(Action action) {
        return possible(action).stream()
                .filter(fate -> !fate.isMishap() || mayGoWrong(action, fate))
                .toList();
    }

    private boolean mayGoWrong(Action action, Fate fate) {
        return switch (action) {
            case RESERVE_STOCK, RELEASE_STOCK, AUTHORIZE_PAYMENT, VOID_PAYMENT -> isUnbounded();
            default -> mishapsLeft > 0 && (isUnbounded() || fate != Fate.OK_TWICE);
        };
    }

    private List<Fate> possible(Action action) {
        var before = answered.get(action);
        if (before != null) {
            return before ? List.of(Fate.OK, Fate.OK_UNHEARD) : List.of(Fate.NO);
        }
        if (action == Action.CANCEL_DELIVERY && effects.contains(Action.DISPATCH_DELIVERY)) {
            return List.of(Fate.NO, Fate.LOST);
        }
        if (isUndoing(action)) {
            return List.of(Fate.OK, Fate.OK_TWICE, Fate.OK_UNHEARD, Fate.LOST);
        }
        return hasBeenUndone(action) ? List.of(Fate.NO) : List.of(Fate.values());
    }

    World send(Action action, Fate fate) {
        int left = mishapsLeft == ANY_MISHAPS || !fate.isMishap() ? mishapsLeft : mishapsLeft - 1;
        if (fate == Fate.LOST) {
            return new World(answered, effects, undone, underway, left);
        }
        boolean isDone = fate != Fate.NO;
        var nextAnswered = new EnumMap<Action, Boolean>(Action.class);
        nextAnswered.putAll(answered);
        nextAnswered.put(action, isDone);
        var nextEffects = new ArrayList<>(effects);
        var nextUndone = new ArrayList<>(undone);
        if (isDone && !answered.containsKey(action)) {
            if (isUndoing(action)) {
                if (nextEffects.remove(undoneBy(action))) {
                    nextUndone.add(undoneBy(action));
                }
            } else {
                nextEffects.add(action);
            }
        }
        var nextUnderway = new ArrayList<>(underway);
        var head = new CommandHead(ORDER + "/" + action.label(), ORDER, "alice");
        var reply = isDone ? Reply.ok(head, null) : Reply.no(head, isUndoing(action) ? Delivery.DISPATCHED : "NO");
        int copies = fate == Fate.OK_UNHEARD ? 0 : fate == Fate.OK_TWICE ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            if (nextUnderway.stream().filter(reply::equals).count() < COPIES_MAX) {
                nextUnderway.add(reply);
            }
        }
        return new World(nextAnswered, nextEffects, nextUndone, nextUnderway, left);
    }

    boolean isUnbounded() {
        return mishapsLeft == ANY_MISHAPS;
    }

    List<Reply> underway() {
        return underway;
    }

    World delivered(Reply reply) {
        var next = new ArrayList<>(underway);
        next.remove(reply);
        return new World(answered, effects, undone, next, mishapsLeft);
    }

    /** What was done and stands, in the order in which it was done. */
    List<Action> effects() {
        return effects;
    }

    /** What was done and undone again, in the order in which it was undone. */
    List<Action> undone() {
        return undone;
    }

    private boolean hasBeenUndone(Action action) {
        var doing = action == Action.DISPATCH_DELIVERY ? Action.PROMISE_DELIVERY : action;
        for (var undoing : answered.entrySet()) {
            if (undoing.getValue() && isUndoing(undoing.getKey()) && undoneBy(undoing.getKey()) == doing) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUndoing(Action action) {
        return switch (action) {
            case RELEASE_STOCK, VOID_PAYMENT, REFUND_PAYMENT, CANCEL_DELIVERY -> true;
            case RESERVE_STOCK,
                    AUTHORIZE_PAYMENT,
                    PROMISE_DELIVERY,
                    CAPTURE_PAYMENT,
                    DISPATCH_DELIVERY,
                    ARRANGE_DELIVERY -> false;
        };
    }

    private static Action undoneBy(Action action) {
        return switch (action) {
            case RELEASE_STOCK -> Action.RESERVE_STOCK;
            case VOID_PAYMENT -> Action.AUTHORIZE_PAYMENT;
            case REFUND_PAYMENT -> Action.CAPTURE_PAYMENT;
            case CANCEL_DELIVERY -> Action.PROMISE_DELIVERY;
            default -> throw new IllegalArgumentException(action + " undoes nothing");
        };
    }

    @Override
    public String toString() {
        return answered + " " + effects.stream().sorted().toList() + " " + undone + " "
                + underway.stream().map(Reply::commandId).sorted().toList() + " " + mishapsLeft;
    }
}
