package dev.quintet.domain.stock;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for an order, and the answers that it got. Of a command without an order, only its answer.
 *
 * @param lines empty when nothing is set aside
 * @param slot the kitchen's slot in which it has a place
 * @param released whether nothing may be set aside any more
 * @param answers oldest first
 * @param content the mark of the one command without an order; null for an order, and when it came before marks
 */
public record Reservation(
        List<OrderLine> lines,
        long slot,
        boolean released,
        List<Reply> answers,
        @Nullable String content) {
    public static final Reservation NONE = new Reservation(List.of(), 0, false, List.of(), null);

    public Reservation {
        lines = List.copyOf(lines);
        answers = List.copyOf(answers);
        if (released && !lines.isEmpty()) {
            throw new IllegalStateException("What was given back is still set aside: " + lines);
        }
    }

    /** What is remembered of an order. */
    public Reservation(List<OrderLine> lines, long slot, boolean released, List<Reply> answers) {
        this(lines, slot, released, answers, null);
    }

    /** Whether something is set aside. */
    public boolean holds() {
        return !lines.isEmpty();
    }

    Reservation of(List<OrderLine> taken, long takenIn) {
        return new Reservation(taken, takenIn, released, answers, content);
    }

    Reservation asReleased() {
        return new Reservation(List.of(), 0, true, answers, content);
    }

    @Nullable
    Reply answerTo(String commandId) {
        for (var answer : answers) {
            if (answer.commandId().equals(commandId)) {
                return answer;
            }
        }
        return null;
    }

    Reservation remember(Reply answer) {
        var next = new ArrayList<>(answers);
        next.add(answer);
        return new Reservation(lines, slot, released, next, content);
    }

    Reservation about(String mark) {
        return new Reservation(lines, slot, released, answers, mark);
    }
}
