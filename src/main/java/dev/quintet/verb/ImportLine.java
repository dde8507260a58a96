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

    /** A line that is skipped, and what is wrong with it. */
    record Bad(String cause) implements ImportLine {}

    /**
     * Reads a line.
     *
     * @param number of the line, from 1. With the customer and the time it makes the id of an order that has none, so
     *     that the same file gives the same ids again
     */
    static ImportLine parse(long number, String text) {
        try {
            var json = JsonObject.parse(text);
            var body = OrderBody.read(json);
            var placedAtText = json.text("placedAt");
            json.rejectOthers();
            var placedAt = Instant.parse(placedAtText);
            if (placedAt.toEpochMilli() <= 0) {
                return new Bad("placedAt must be after 1970-01-01T00:00:00Z, where Kafka's time begins");
            }
            var id = body.orderId() == null
                    ? OrderBody.idFromKey(body.customerId(), "line " + number + " at " + placedAtText)
                    : body.orderId();
            return new Order(body.withId(id), placedAt, placedAtText);
        } catch (MalformedRequestException e) {
            return new Bad(String.valueOf(e.getMessage()));
        } catch (DateTimeException | ArithmeticException _) {
            return new Bad("placedAt must be an instant such as 2016-03-02T10:00:00Z");
        }
    }
}
