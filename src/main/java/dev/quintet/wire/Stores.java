package dev.quintet.wire;

import dev.quintet.domain.limit.SlotWindow;
import java.time.Duration;
import java.util.Map;

/** The state stores of the orders service: their names, and how long and in what they keep. */
public final class Stores {
    /** Window store: customer id and start of a window of 24 hours give the orders that the customer placed in it. */
    public static final String LIMIT_SLOTS = "limit-slots";

    /** Key-value store with one row: the start of the newest window in {@link #LIMIT_SLOTS}, in epoch milliseconds. */
    public static final String NEWEST_WINDOW = "newest-window";

    /** Global store: promotions by id. */
    public static final String PROMOTIONS = "promotions";

    /** Global store: menu items by id. */
    public static final String MENU = "menu";

    /**
     * How long slots are kept: the longest window a promotion may have, 7 days, the day that its first slot's window
     * began, and two days for orders that come late.
     */
    public static final Duration SLOT_RETENTION = Duration.ofDays(10);

    public static final Duration SLOT_WINDOW = SlotWindow.LENGTH;

    private Stores() {}

    /**
     * How the changelog of {@link #LIMIT_SLOTS} is configured. By the broker's clock it expires together with the
     * store, with a week to spare for a service that was down. On the event clock the age of a record says nothing
     * about whether it is still needed, so nothing is deleted for its age.
     */
    public static Map<String, String> slotChangelog(Clock clock) {
        return switch (clock) {
            case BROKER ->
                Map.of(
                        "cleanup.policy", "compact,delete",
                        "retention.ms",
                                String.valueOf(SLOT_RETENTION.plusDays(7).toMillis()),
                        "message.timestamp.type", "CreateTime");
            case EVENT ->
                Map.of(
                        "cleanup.policy", "compact",
                        "retention.ms", "-1",
                        "message.timestamp.type", "CreateTime");
        };
    }

    /** The name of the changelog topic of a store. */
    public static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
