package dev.quintet.domain.stock;

/**
 * How much an outlet has of one item.
 *
 * @param onHand what may still be reserved
 * @param reserved what was set aside for orders and not given back
 * @param supplied all that ever came in
 */
public record ItemLevel(long onHand, long reserved, long supplied) {
    static final ItemLevel NONE = new ItemLevel(0, 0, 0);

    public ItemLevel {
        if (onHand < 0 || reserved < 0 || onHand + reserved != supplied) {
            throw new IllegalStateException("Stock is not what came in: " + onHand + " on hand and " + reserved
                    + " reserved of " + supplied + " supplied");
        }
    }

    ItemLevel supply(long quantity) {
        return new ItemLevel(onHand + quantity, reserved, supplied + quantity);
    }

    ItemLevel reserve(long quantity) {
        return new ItemLevel(onHand - quantity, reserved + quantity, supplied);
    }

    ItemLevel giveBack(long quantity) {
        return new ItemLevel(onHand + quantity, reserved - quantity, supplied);
    }
}
