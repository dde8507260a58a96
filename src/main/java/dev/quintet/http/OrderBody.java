package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the body of a request, or a line of an import, has it. Its id may be left out. */
public record OrderBody(
        @Nullable String orderId,
        String customerId,
        String promotionId,
        String outletId,
        List<OrderLine> lines,
        String paymentMethod) {

    /**
     * Reads the fields of an order; the caller rejects what is left over.
     *
     * @throws MalformedRequestException when one is missing, of the wrong type, or an id that nothing can be filed under.
     *     What is wrong beyond that is for the verdict to say.
     */
    public static OrderBody read(JsonObject body) {
        var payment = body.object("payment");
        var order = new OrderBody(
                body.optionalText("orderId"),
                body.text("customerId"),
                body.text("promotionId"),
                body.text("outletId"),
                body.objects("lines").stream().map(OrderBody::line).toList(),
                payment.text("method"));
        payment.rejectOthers();
        requireId("customerId", order.customerId());
        if (order.orderId() != null) {
            requireId("orderId", order.orderId());
        }
        return order;
    }

    private static OrderLine line(JsonObject line) {
        var wanted = new OrderLine(line.text("itemId"), line.integer("quantity"));
        line.rejectOthers();
        return wanted;
    }

    private static void requireId(String name, String id) {
        if (!Ids.isValid(id)) {
            throw new MalformedRequestException(name + " must be " + Ids.RULE);
        }
    }

    /** The command under an id. */
    public PlaceOrder withId(String id) {
        return new PlaceOrder(id, customerId, promotionId, outletId, lines, paymentMethod);
    }

    /** The id that follows from a customer and a key of theirs: the same key is the same order, at any pod, for ever. */
    public static String idFromKey(String customerId, String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((customerId + "\n" + key).getBytes(UTF_8));
            return "k-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
