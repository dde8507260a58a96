package dev.quintet.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What a caller was told about each of its orders, and every answer that does not go with an earlier one. */
final class Ledger {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    /** How much is known of an order. */
    enum Knowledge {
        /** It was posted, and no answer came. */
        NOTHING,
        /** 202: it will be judged. */
        TAKEN,
        /** 201, 422 or 429. */
        JUDGED
    }

    /**
     * An order and the best answer that it got.
     *
     * @param status of the verdict; 0 before there is one
     * @param verdict its body, without the word on whether it was a repetition
     */
    record Entry(
            Posted order,
            Knowledge knowledge,
            int status,
            @Nullable JsonNode verdict) {}

    void posted(Posted order) {
        entries.putIfAbsent(order.orderId(), new Entry(order, Knowledge.NOTHING, 0, null));
    }

    void answered(Posted order, Shop.Answer answer) {
        entries.compute(order.orderId(), (_, before) -> after(order, before, answer));
    }

    private Entry after(Posted order, @Nullable Entry before, Shop.Answer answer) {
        var known = before == null ? new Entry(order, Knowledge.NOTHING, 0, null) : before;
        if (answer.isVerdict()) {
            var now = new Entry(order, Knowledge.JUDGED, answer.status(), withoutRepetition(answer.body()));
            if (known.knowledge() == Knowledge.JUDGED && !known.equals(now)) {
                contradictions.add(known + " was later told " + now);
            }
            return known.knowledge() == Knowledge.JUDGED ? known : now;
        }
        if (answer.status() == 202) {
            return known.knowledge() == Knowledge.NOTHING ? new Entry(order, Knowledge.TAKEN, 0, null) : known;
        }
        if (answer.status() != 503) {
            contradictions.add(order + " was answered " + answer);
        }
        return known;
    }

    void contradiction(String what) {
        contradictions.add(what);
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    long count(Knowledge knowledge) {
        return entries.values().stream()
                .filter(entry -> entry.knowledge() == knowledge)
                .count();
    }

    private static JsonNode withoutRepetition(JsonNode body) {
        ObjectNode verdict = body.deepCopy();
        verdict.remove("duplicate");
        // Counted from the answer, not from the verdict.
        verdict.remove("retryAfterSeconds");
        return verdict;
    }
}
