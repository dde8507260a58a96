package dev.quintet.wire;

import dev.quintet.domain.limit.SlotWindow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The state stores of the services: their names, and how long and in what they keep. */
public final class Stores {
    /** Window store: customer id and start of a window of 24 hours give the orders that the customer placed in it. */
    public static final String LIMIT_SLOTS = "limit-slots";

    /** Key-value store with one row: the start of the newest window in {@link #LIMIT_SLOTS}, in epoch milliseconds. */
    public static final String NEWEST_WINDOW = "newest-window";

    /** Key-value store: customer id and order id give the saga of an accepted order, until its end. */
    public static final String SAGAS = "sagas";

    /** Global store: promotions by id. */
    public static final String PROMOTIONS = "promotions";

    /** Global store: menu items by id. */
    public static final String MENU = "menu";

    /** Key-value store: outlet id gives what the outlet has. */
    public static final String OUTLETS = "outlets";

    /** Window store: outlet id, customer id and order id give what is set aside for the order, and the answers that were given. */
    public static final String RESERVATIONS = "reservations";

    /** Window store: customer id and order id give what was moved for the order, and the answers that were given. */
    public static final String PAYMENTS = "payments";

    /**
     * Key-value store: outlet id, customer id and order give what is set aside for the order, for as long as it is. Unlike
     * {@link #RESERVATIONS} it never expires.
     */
    public static final String HELD_RESERVATIONS = "held-reservations";

    /** Key-value store: customer id and order give what is held or was taken for the order, for as long as it is. */
    public static final String HELD_PAYMENTS = "held-payments";

    /** Key-value store: due time, order id and command id give an authorization that is answered later. */
    public static final String DELAYED_AUTHORIZATIONS = "delayed-authorizations";

    public static final Duration MEMORY_WINDOW = Duration.ofDays(1);

    /** Global store: customers by id. */
    public static final String CUSTOMERS = "customers";

    /** Window store: customer id, command id and time of a command to shipping give its answer, when a delivery was arranged without a promise. */
    public static final String ARRANGED_DELIVERIES = "arranged-deliveries";

    /** Key-value store: customer id and order id give a delivery that is promised, until it is dispatched or cancelled. */
    public static final String DELIVERY_PROMISES = "delivery-promises";

    /** Window store: customer id and order id give what became of a delivery that is not promised any more, or never was. */
    public static final String ENDED_DELIVERIES = "ended-deliveries";

    /** Window store: customer id, order id and time of an order give what was ordered, for the messages about it. */
    public static final String ORDER_CONTENTS = "order-contents";

    /**
     * Key-value store: order id gives the view of the order. A second customer who chose the same id has a row under
     * customer id and order id.
     */
    public static final String ORDER_VIEWS = "order-views";

    /** Key-value store: the key of an order's view and the version of a fact, in 10 digits, give the fact. */
    public static final String ORDER_FACTS = "order-facts";

    /** Key-value store: customer id, time counted down and order id give an order in the list of its customer. */
    public static final String CUSTOMER_ORDERS = "customer-orders";

    /** Window store: promotion id and minute give what the partition's orders sold. */
    public static final String SALES = "sales";

    public static final Duration SALES_WINDOW = Duration.ofMinutes(1);

    /** How long sales are kept. */
    public static final Duration SALES_RETENTION = Duration.ofDays(30);

    /** Key-value store: the name of a step of the saga gives how many of the partition's orders are in it. */
    public static final String SAGA_STEPS = "saga-steps";

    /** Key-value store: the key of an order's view gives what it needs an operator for, while it does. */
    public static final String STUCK_ORDERS = "stuck-orders";

    /** Key-value store: customer id, order id and message id give a message about the order, and whether it was sent. */
    public static final String ORDER_MESSAGES = "order-messages";

    /** Global store: what outlets have, by outlet id. */
    public static final String STOCK_LEVELS = "stock-levels";

    /** Window store: item id and start of a minute give how many were ordered in it. */
    public static final String ITEM_DEMAND = "item-demand";

    /** An hour is looked at, and another is spare for orders that come late. */
    public static final Duration DEMAND_RETENTION = Duration.ofHours(2);

    /** Answers do not share windows. */
    public static final Duration ANSWER_WINDOW = Duration.ofMillis(1);

    public static final Duration SLOT_WINDOW = SlotWindow.LENGTH;

    /** A changelog that compaction keeps close to its live rows, so that a restore reads little else. */
    private static final Map<String, String> COMPACTED_OFTEN = Map.of(
            "segment.bytes", String.valueOf(64 << 20),
            "min.cleanable.dirty.ratio", "0.2",
            "message.timestamp.type", "CreateTime");

    /** How long orders may be remembered after their verdict, at the most. */
    public static final Duration MEMORY_MOST = Duration.ofDays(30);

    /** How late an order may come and still be judged by everything that counts, on the broker's clock. */
    public static final Duration LATENESS = Duration.ofDays(2);

    private static final Duration A_WEEK = Duration.ofDays(7);

    private Stores() {}

    /** How the changelogs of stores are configured whose rows are written anew with every order. */
    public static Map<String, String> rewrittenChangelog() {
        var configs = new HashMap<>(COMPACTED_OFTEN);
        configs.put("cleanup.policy", "compact");
        return configs;
    }

    /** How the changelogs of {@link #NEWEST_WINDOW} and {@link #DELAYED_AUTHORIZATIONS} are configured, which stay small. */
    public static Map<String, String> smallChangelog() {
        return Map.of("cleanup.policy", "compact");
    }

    /**
     * How long what is remembered of orders is kept, so that each is known for {@code memory} at the least: with the day in
     * which its window began, and time for records that come late. One length for all who remember: admission,
     * participants, and notification. It is longer than commands are kept, so none that can still be read again is taken for
     * new.
     */
    public static Duration retention(Duration memory) {
        return memory.plus(SLOT_WINDOW).plus(LATENESS);
    }

    /**
     * How long slots are kept. By the broker's clock as long as orders are known, which is longer than the longest window
     * that a promotion may have, 7 days. On the event clock: ten years of history, which may be imported customer by
     * customer, and again from the start after a kill.
     */
    public static Duration slotRetention(Clock clock, Duration memory) {
        return switch (clock) {
            case BROKER -> retention(memory);
            case EVENT -> Duration.ofDays(4_000);
        };
    }

    /**
     * How the changelog of {@link #LIMIT_SLOTS} is configured. By the broker's clock it expires together with the
     * store, with a week to spare for a service that was down. On the event clock the age of a record says nothing
     * about whether it is still needed, so nothing is deleted for its age.
     */
    public static Map<String, String> slotChangelog(Clock clock) {
        return switch (clock) {
            case BROKER -> memoryChangelog();
            case EVENT -> {
                var configs = new HashMap<>(rewrittenChangelog());
                configs.put("retention.ms", "-1");
                configs.put("segment.ms", Topics.NEVER_BY_TIME);
                yield configs;
            }
        };
    }

    /**
     * How the changelogs of stores are configured that keep for {@link #retention}: with a week to spare for a service that
     * was down. For the longest memory, so that a longer one can be chosen later and finds what it wants to remember.
     */
    public static Map<String, String> memoryChangelog() {
        return expiringChangelog(retention(MEMORY_MOST), A_WEEK);
    }

    /** How the changelog of {@link #SALES} is configured: it expires with the store, with a week to spare for a service that was down. */
    public static Map<String, String> salesChangelog() {
        return expiringChangelog(SALES_RETENTION, A_WEEK);
    }

    /** How the changelog of {@link #ITEM_DEMAND} is configured: with a day to spare for a service that was down. */
    public static Map<String, String> demandChangelog() {
        return expiringChangelog(DEMAND_RETENTION, Duration.ofDays(1));
    }

    /** @param spare how much longer than the store it keeps, for a service that was down */
    private static Map<String, String> expiringChangelog(Duration retention, Duration spare) {
        var configs = new HashMap<>(COMPACTED_OFTEN);
        configs.put("cleanup.policy", "compact,delete");
        configs.put("retention.ms", String.valueOf(retention.plus(spare).toMillis()));
        return configs;
    }

    /** The name of the changelog topic of a store. */
    public static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
