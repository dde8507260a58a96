package dev.quintet.verb;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.http.OrderBody;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids of orders that a file gives none. An id follows from all that the order says and from how many the file had
 * before that say the same: so two orders that are alike are two, and neither importing a file again nor inserting a line
 * into it makes an order twice. For one file.
 */
final class DerivedIds {
    /** Each is remembered, in about 64 bytes. */
    static final int MAX = 2_000_000;

    private final Map<Long, Integer> alike = new HashMap<>();
    private final int max;

    DerivedIds() {
        this(MAX);
    }

    DerivedIds(int max) {
        this.max = max;
    }

    /** The id of the next order of the file that has none; null when there were too many to remember. */
    @Nullable
    String next(OrderBody order, Instant placedAt) {
        var content = content(order, placedAt);
        long fingerprint =
                Long.parseUnsignedLong(OrderBody.idFromKey("", content).substring(2, 18), 16);
        if (alike.size() >= max && !alike.containsKey(fingerprint)) {
            return null;
        }
        int count = alike.merge(fingerprint, 1, Integer::sum);
        return OrderBody.idFromKey(order.customerId(), "imported " + count + " of " + content);
    }

    /** The same for the same order, however its fields are arranged and its time is written. */
    private static String content(OrderBody order, Instant placedAt) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("promotionId", order.promotionId());
        content.put("outletId", order.outletId());
        content.put("lines", order.lines().stream().map(DerivedIds::line).toList());
        content.put("method", order.paymentMethod());
        content.put("placedAt", placedAt.toEpochMilli());
        content.put("customerId", order.customerId());
        return Json.line(content);
    }

    private static List<Object> line(OrderLine line) {
        return List.of(line.itemId(), line.quantity());
    }
}
