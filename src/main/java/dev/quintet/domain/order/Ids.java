package dev.quintet.domain.order;

/**
 * The one rule for ids: of orders, customers, promotions, outlets, items, regions, payment methods, and of whoever operates.
 *
 * <p>An id stands in paths, where {@code .} and {@code ..} mean a place and not a name: what is filed under them could never
 * be asked for.
 */
public final class Ids {
    public static final int LENGTH_MAX = 64;

    /** The rule in words, for messages. */
    public static final String RULE = "1 to 64 of [A-Za-z0-9._-], and neither . nor ..";

    private Ids() {}

    /** Whether an id keeps {@link #RULE}. Written as a loop because it runs for every order; a regular expression costs ten times as much. */
    public static boolean isValid(String id) {
        if (id.isEmpty() || id.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!isAllowed(id.charAt(i))) {
                return false;
            }
        }
        return !(id.length() <= 2 && (id.equals(".") || id.equals("..")));
    }

    /**
     * A key for what a customer gave an id to: two customers may have chosen the same. No id has a slash, so no two such
     * keys are the same, and none is an id.
     */
    public static String ofCustomer(String customerId, String id) {
        return customerId + "/" + id;
    }

    /**
     * One life of an order's id. An id may be given again once it is forgotten, and nothing of the order that had it before
     * may be taken for the new one's. No id has a {@code ~}.
     *
     * @param incarnation grows from life to life; 0 for orders that were accepted before lives were told apart
     */
    public static String ofLife(String orderId, long incarnation) {
        return incarnation == 0 ? orderId : orderId + "~" + Long.toString(incarnation, Character.MAX_RADIX);
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
