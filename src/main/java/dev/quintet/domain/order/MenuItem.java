package dev.quintet.domain.order;

import org.jspecify.annotations.Nullable;

/**
 * What is sold, and the price of one before any discount.
 *
 * @param bounds between which prices it may move by itself; null when its price stays
 */
public record MenuItem(
        String itemId, String name, Money price, @Nullable PriceBounds bounds) {
    /** Keeps every total far from overflow: 100 lines of 1,000 items at this price, times 100 %, fit a long. */
    public static final long PRICE_MAX_MINOR = 10_000_000_000L;

    /** An item whose price stays. */
    public MenuItem(String itemId, String name, Money price) {
        this(itemId, name, price, null);
    }

    public MenuItem withPrice(Money changed) {
        return new MenuItem(itemId, name, changed, bounds);
    }

    /** What is wrong with this item, said to whoever publishes it; null when nothing is. */
    public @Nullable String problem() {
        if (!Ids.isValid(itemId)) {
            return "itemId must be " + Ids.RULE;
        }
        if (name.length() > Texts.NAME_MAX) {
            return "name must have no more than " + Texts.NAME_MAX + " characters";
        }
        if (price.amountMinor() < 0 || price.amountMinor() > PRICE_MAX_MINOR) {
            return "price.amountMinor must be 0 to " + PRICE_MAX_MINOR;
        }
        if (!price.hasCurrency()) {
            return "price.currency must be an ISO 4217 code, three capital letters";
        }
        return bounds == null ? null : problem(bounds);
    }

    private @Nullable String problem(PriceBounds within) {
        if (within.minMinor() < 0 || within.maxMinor() > PRICE_MAX_MINOR || within.minMinor() > within.maxMinor()) {
            return "bounds must be 0 to " + PRICE_MAX_MINOR + ", minMinor no more than maxMinor";
        }
        return within.contains(price.amountMinor()) ? null : "price.amountMinor must lie within bounds";
    }
}
