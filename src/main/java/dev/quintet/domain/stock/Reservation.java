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
 */
public record Reservation(List<OrderLine> lines, long slot, boolean released, List<Reply> answers) {
    public static final Reservation NONE = new Reservation(List.of(), 0, false, List.of());

    public Reservation {
        lines = List.copyOf(lines);
        answers = List.copyOf(answers);
        if (released && !lines.isEmpty()) {
            throw new IllegalStateException("What was given back is still set aside: " + lines);
        }
    }

    /** Whether something is set aside. */
    public boolean holds() {
        return !lines.isEmpty();
    }

    Reservation of(List<OrderLine> taken, long takenIn) {
        return new Reservation(taken, takenIn, released, answers);
    }

    Reservation asReleased() {
        return new Reservation(List.of(), 0, true, answers);
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
        return new Reservation(lines, slot, released, next);
    }
}
