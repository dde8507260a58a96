package dev.quintet.wire;

/** The keys of {@link Stores#ORDER_FACTS}: in the order of the bytes, the facts of an order stand together, oldest first. */
public final class FactKeys {
    private FactKeys() {}

    /** The key of a fact of the order whose view stands under {@code orderKey}. No id has a {@code #}. */
    public static String of(String orderKey, long version) {
        var digits = Long.toString(version);
        return orderKey + "#" + "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }

    /** Not after any fact of the order. */
    public static String first(String orderKey) {
        return orderKey + "#0";
    }

    /** Not before any fact of the order. */
    public static String last(String orderKey) {
        return orderKey + "#9999999999";
    }
}
