package dev.quintet.domain.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command to place an order. The same id is the same order, however often and wherever it is sent. */
public record PlaceOrder(
        String orderId,
        String customerId,
        String promotionId,
        String outletId,
        List<OrderLine> lines,
        String paymentMethod)
        implements OrderCommand {
    public static final int LINES_MAX = 100;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** How many items the order has in all. */
    public int items() {
        int items = 0;
        for (var line : lines) {
            items += line.quantity();
        }
        return items;
    }

    /** Whether both ids keep {@link Ids#RULE}, so that a verdict can be remembered under them. */
    public boolean isIdentifiable() {
        return Ids.isValid(orderId) && Ids.isValid(customerId);
    }

    /** What is wrong with the content, in words for whoever sent it; null when nothing is. */
    public @Nullable String problem() {
        if (!Ids.isValid(promotionId) || !Ids.isValid(outletId)) {
            return "promotionId and outletId must be " + Ids.RULE;
        }
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            return "an order must have 1 to " + LINES_MAX + " lines";
        }
        for (var line : lines) {
            if (line.quantity() < 1 || line.quantity() > OrderLine.QUANTITY_MAX) {
                return "quantity must be 1 to " + OrderLine.QUANTITY_MAX;
            }
            if (!Ids.isValid(line.itemId())) {
                return "itemId must be " + Ids.RULE;
            }
        }
        return Ids.isValid(paymentMethod) ? null : "payment.method must be " + Ids.RULE;
    }

    /** The same order without what may be malformed or of any size: what is kept of one whose content breaks a rule. */
    public PlaceOrder withoutContent() {
        return new PlaceOrder(orderId, customerId, "", "", List.of(), "");
    }

    /**
     * A 64-bit FNV-1a hash of the content, by which a repeated id with other content is told. It is stored, so it must
     * stay the same from version to version.
     *
     * @see <a href="https://datatracker.ietf.org/doc/html/rfc9923">RFC 9923, The FNV Non-Cryptographic Hash Algorithm</a>
     */
    public long fingerprint() {
        long hash = mix(mix(mix(mix(FNV_OFFSET, customerId), promotionId), outletId), paymentMethod);
        for (var line : lines) {
            hash = mix(mix(hash, line.itemId()), line.quantity());
        }
        return hash;
    }

    private static long mix(long hash, String text) {
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        // No id holds this character, so the border between two fields counts too.
        return mix(hash, '\n');
    }

    private static long mix(long hash, int value) {
        return (hash ^ value) * FNV_PRIME;
    }
}
