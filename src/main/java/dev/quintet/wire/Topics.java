package dev.quintet.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every topic, in one table. */
public final class Topics {
    public static final String ORDER_COMMANDS = "order.commands";
    public static final String ORDER_VERDICTS = "order.verdicts";
    public static final String ORDER_EVENTS = "order.events";
    public static final String PROMOTIONS = "promotions";
    public static final String MENU = "menu";
    public static final String CUSTOMERS = "customers";
    public static final String STOCK_COMMANDS = "stock.commands";
    public static final String STOCK_REPLIES = "stock.replies";
    public static final String STOCK_LEVELS = "stock.levels";
    public static final String PAYMENT_COMMANDS = "payment.commands";
    public static final String PAYMENT_REPLIES = "payment.replies";
    public static final String PAYMENT_LEDGER = "payment.ledger";
    public static final String SHIPPING_COMMANDS = "shipping.commands";
    public static final String SHIPPING_REPLIES = "shipping.replies";
    public static final String SHIPMENTS = "shipments";
    public static final String NOTIFICATION_OUTBOX = "notification.outbox";
    public static final String NOTIFICATION_SENT = "notification.sent";
    public static final String CUSTOMER_ORDERS = "views.customer-orders";
    /** One row: key {@code views}, value the name of the {@link ViewsGeneration} that is served. None means the first. */
    public static final String VIEWS_SERVING = "views.serving";

    public static final String DEMAND_BY_ITEM = ApplicationIds.PRICING + "-by-item-repartition";
    public static final String DEAD_LETTER = "quintet.dead-letter";

    /**
     * How many partitions the topics have that scale with the number of pods. Fixed before the first order: changing it
     * moves customers to other partitions, away from their slots.
     */
    public static final int PARTITIONS = 4;

    /**
     * The largest value of ours. Topics take batches of 1,048,588 bytes, which is Kafka's default: this leaves room for the key
     * and the headers of a record that is a batch alone.
     */
    public static final int VALUE_BYTES_MAX = 1_000_000;

    /** The largest dead letter. Topics take records of a little over 1 MiB, the producers of the services twice as much. */
    public static final int DEAD_LETTER_BYTES_MAX = 2 << 20;

    /**
     * 100 years. Brokers begin a new segment when record times have moved on by segment.ms, and ten years of history in
     * one afternoon would be hundreds of segments for each partition.
     */
    static final String NEVER_BY_TIME = millis(Duration.ofDays(36_500));

    private static final String FOREVER = "-1";

    private Topics() {}

    /** The table, for the clock that orders are judged by, with the first generation of the views. */
    public static List<TopicSpec> table(Clock clock) {
        return table(clock, ViewsGeneration.FIRST);
    }

    /** The same with another generation of the views. */
    public static List<TopicSpec> table(Clock clock, ViewsGeneration views) {
        return Stream.concat(fixed(clock).stream(), views.topics().stream()).toList();
    }

    private static List<TopicSpec> fixed(Clock clock) {
        return List.of(
                new TopicSpec(ORDER_COMMANDS, PARTITIONS, commands(clock), "commands, keyed by customer"),
                // Append time, so that verdicts on ten years old orders are not at once deleted for their age.
                new TopicSpec(
                        ORDER_VERDICTS, PARTITIONS, appended(Duration.ofHours(1)), "answers to who placed an order"),
                new TopicSpec(ORDER_EVENTS, PARTITIONS, log(clock), "facts of every order, keyed by order"),
                new TopicSpec(PROMOTIONS, 1, compacted(), "promotions, keyed by id"),
                new TopicSpec(MENU, 1, compacted(), "items and prices, keyed by id"),
                new TopicSpec(CUSTOMERS, 1, compacted(), "customers and their addresses, keyed by id"),
                new TopicSpec(STOCK_COMMANDS, PARTITIONS, exchanged(), "commands to stock, keyed by outlet"),
                new TopicSpec(STOCK_REPLIES, PARTITIONS, exchanged(), "its replies, keyed by customer"),
                new TopicSpec(STOCK_LEVELS, PARTITIONS, compacted(), "what each outlet has, keyed by outlet"),
                new TopicSpec(PAYMENT_COMMANDS, PARTITIONS, exchanged(), "commands to payment, keyed by customer"),
                new TopicSpec(PAYMENT_REPLIES, PARTITIONS, exchanged(), "its replies, keyed by customer"),
                new TopicSpec(PAYMENT_LEDGER, PARTITIONS, log(Clock.BROKER), "every movement of money, keyed by order"),
                new TopicSpec(SHIPPING_COMMANDS, PARTITIONS, exchanged(), "commands to shipping, keyed by customer"),
                new TopicSpec(SHIPPING_REPLIES, PARTITIONS, exchanged(), "its replies, keyed by customer"),
                new TopicSpec(SHIPMENTS, PARTITIONS, log(Clock.BROKER), "deliveries, spread by region"),
                new TopicSpec(
                        NOTIFICATION_OUTBOX,
                        PARTITIONS,
                        exchanged(),
                        "messages to send, keyed by order and template, spread by order"),
                new TopicSpec(
                        NOTIFICATION_SENT,
                        PARTITIONS,
                        sent(),
                        "messages that were sent, keyed by customer and message id, spread by order"),
                new TopicSpec(VIEWS_SERVING, 1, compacted(), "which generation of the views is served"),
                new TopicSpec(
                        DEMAND_BY_ITEM, PARTITIONS, demand(), "pieces that were ordered, keyed by item; pricing's own"),
                new TopicSpec(DEAD_LETTER, 1, deadLetters(), "records that nobody could read, raw"),
                changelog(
                        ApplicationIds.ORDERS,
                        Stores.LIMIT_SLOTS,
                        Stores.slotChangelog(clock),
                        "changelog of the slots, keyed by customer and window"),
                changelog(
                        ApplicationIds.ORDERS,
                        Stores.NEWEST_WINDOW,
                        Stores.smallChangelog(),
                        "changelog of the newest window of each partition"),
                changelog(
                        ApplicationIds.ORDERS,
                        Stores.SAGAS,
                        Stores.rewrittenChangelog(),
                        "changelog of the open sagas, keyed by customer and order"),
                changelog(
                        ApplicationIds.STOCK,
                        Stores.OUTLETS,
                        Stores.rewrittenChangelog(),
                        "changelog of what each outlet has, keyed by outlet"),
                changelog(
                        ApplicationIds.STOCK,
                        Stores.RESERVATIONS,
                        Stores.memoryChangelog(),
                        "changelog of the reservations, keyed by outlet, customer, order and window"),
                changelog(
                        ApplicationIds.STOCK,
                        Stores.HELD_RESERVATIONS,
                        Stores.rewrittenChangelog(),
                        "changelog of what is set aside, keyed by outlet, customer and order"),
                changelog(
                        ApplicationIds.PAYMENT,
                        Stores.PAYMENTS,
                        Stores.memoryChangelog(),
                        "changelog of the payments, keyed by customer, order and window"),
                changelog(
                        ApplicationIds.PAYMENT,
                        Stores.HELD_PAYMENTS,
                        Stores.rewrittenChangelog(),
                        "changelog of what is held or was taken, keyed by customer and order"),
                changelog(
                        ApplicationIds.PAYMENT,
                        Stores.DELAYED_AUTHORIZATIONS,
                        Stores.smallChangelog(),
                        "changelog of the authorizations that are answered later"),
                changelog(
                        ApplicationIds.SHIPPING,
                        Stores.ARRANGED_DELIVERIES,
                        Stores.memoryChangelog(),
                        "changelog of the deliveries that were arranged without a promise, keyed by customer and command"),
                changelog(
                        ApplicationIds.SHIPPING,
                        Stores.DELIVERY_PROMISES,
                        Stores.rewrittenChangelog(),
                        "changelog of the promises that wait to be kept, keyed by customer and order"),
                changelog(
                        ApplicationIds.SHIPPING,
                        Stores.ENDED_DELIVERIES,
                        Stores.memoryChangelog(),
                        "changelog of what became of promises, keyed by customer, order and window"),
                changelog(
                        ApplicationIds.NOTIFICATION,
                        Stores.ORDER_CONTENTS,
                        Stores.memoryChangelog(),
                        "changelog of what was ordered, keyed by customer and order"),
                changelog(
                        ApplicationIds.PRICING,
                        Stores.ITEM_DEMAND,
                        Stores.demandChangelog(),
                        "changelog of how much was ordered, keyed by item and minute"));
    }

    private static TopicSpec changelog(String applicationId, String store, Map<String, String> configs, String holds) {
        return new TopicSpec(Stores.changelog(applicationId, store), PARTITIONS, configs, holds);
    }

    private static Map<String, String> commands(Clock clock) {
        return switch (clock) {
            case BROKER ->
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", millis(Duration.ofDays(7)),
                        "message.timestamp.type", "LogAppendTime");
            // The orders service refuses a time ahead of the clock with a verdict; the broker would only drop it.
            case EVENT ->
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        FOREVER,
                        "segment.ms",
                        NEVER_BY_TIME,
                        "message.timestamp.type",
                        "CreateTime",
                        "message.timestamp.after.max.ms",
                        String.valueOf(Long.MAX_VALUE));
        };
    }

    private static Map<String, String> log(Clock clock) {
        var configs = new HashMap<String, String>();
        configs.put("cleanup.policy", "delete");
        configs.put("retention.ms", FOREVER);
        configs.put("message.timestamp.type", "CreateTime");
        if (clock == Clock.EVENT) {
            configs.put("segment.ms", NEVER_BY_TIME);
        }
        return configs;
    }

    /** What services tell one another: kept long enough to outlast any of them being away. */
    static Map<String, String> exchanged() {
        return appended(Duration.ofDays(7));
    }

    private static Map<String, String> appended(Duration retention) {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", millis(retention),
                "message.timestamp.type", "LogAppendTime");
    }

    /** At the times of the orders, and of no use to anybody soon after. */
    private static Map<String, String> demand() {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", millis(Duration.ofDays(1)),
                "message.timestamp.type", "CreateTime");
    }

    private static Map<String, String> compacted() {
        return Map.of(
                "cleanup.policy", "compact",
                // Whatever clock a producer has or lacks: global stores can't take a record without a time.
                "message.timestamp.type", "LogAppendTime",
                // Small and read whole at every start: keep little that compaction could have removed.
                "segment.ms", millis(Duration.ofHours(1)),
                "min.cleanable.dirty.ratio", "0.1");
    }

    /** Read whole by whoever sends: a row for each message, and none for longer than it is asked for. */
    private static Map<String, String> sent() {
        return Map.of(
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                millis(Duration.ofDays(8)),
                "segment.ms",
                millis(Duration.ofDays(1)),
                "message.timestamp.type",
                "LogAppendTime");
    }

    /** A dead letter is a record of any size that a topic takes, and headers on top. */
    private static Map<String, String> deadLetters() {
        var configs = new HashMap<>(appended(Duration.ofDays(14)));
        configs.put("max.message.bytes", String.valueOf(DEAD_LETTER_BYTES_MAX));
        return configs;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
