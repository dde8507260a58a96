package dev.quintet.verb;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.http.JsonObject;
import dev.quintet.http.MalformedRequestException;
import dev.quintet.http.OrderBody;
import java.time.DateTimeException;
import java.time.Instant;

/** A line of an import file. */
sealed interface ImportLine {

    /** An order, and its time as the file has it. */
    record Order(PlaceOrder order, Instant placedAt, String placedAtText) implements ImportLine {}

    /** A line that is skipped, and what is wrong with it: which field, and which form it must have. */
    record Bad(String cause) implements ImportLine {}

    /**
     * Reads a line.
     *
     * @param ids for an order that has none
     */
    static ImportLine parse(String text, DerivedIds ids) {
        try {
            var json = JsonObject.parse(text);
            var body = OrderBody.read(json);
            var placedAtText = json.text("placedAt");
            json.rejectOthers();
            var placedAt = instant(placedAtText);
            var id = body.orderId() == null ? ids.next(body, placedAt) : body.orderId();
            if (id == null) {
                return new Bad("orderId is missing, and too many orders before it had none: each needs its own here");
            }
            return new Order(body.withId(id), placedAt, placedAtText);
        } catch (DateTimeException e) {
            return new Bad(String.valueOf(e.getMessage()));
        } catch (MalformedRequestException e) {
            return new Bad(String.valueOf(e.getMessage()).replaceFirst("^The body", "the line"));
        }
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.toEpochMilli() > 0) {
                return instant;
            }
        } catch (DateTimeException | ArithmeticException _) {
            throw bad(text, "must be an instant with its zone, such as 2016-03-02T10:00:00Z");
        }
        throw bad(text, "must be after 1970-01-01T00:00:00Z, where Kafka's time begins");
    }

    private static DateTimeException bad(String text, String rule) {
        return new DateTimeException("placedAt " + rule + ", and is " + Json.line(shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
