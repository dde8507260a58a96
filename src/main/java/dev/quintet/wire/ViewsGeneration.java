package dev.quintet.wire;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One build of the views from order.events. Several can stand beside one another, each a Kafka Streams application with
 * topics of its own; {@link Topics#VIEWS_SERVING} says which one answers.
 *
 * @param name {@link #RULE}
 */
public record ViewsGeneration(String name) {
    public static final String RULE = "1 to 20 letters, digits and dashes, with a letter or a digit first";

    /** What every generation reads, its own topic aside; all with {@link Topics#PARTITIONS}. */
    public static final List<String> INPUTS =
            List.of(Topics.ORDER_EVENTS, Topics.NOTIFICATION_OUTBOX, Topics.NOTIFICATION_SENT);

    // Before the first generation, whose name is checked by it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    /** Has the names without a generation in them. */
    public static final ViewsGeneration FIRST = new ViewsGeneration("v1");

    /** @throws IllegalArgumentException when the name is none */
    public ViewsGeneration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a generation, which is " + RULE);
        }
    }

    /** Whether an application is a generation of the views. */
    public static boolean isOne(String applicationId) {
        return applicationId.equals(ApplicationIds.VIEWS) || applicationId.startsWith(ApplicationIds.VIEWS + "-");
    }

    /** The generation that a topic is the {@link #customerOrders} of; empty when it is that of none. */
    public static Optional<ViewsGeneration> ofCustomerOrders(String topic) {
        if (topic.equals(Topics.CUSTOMER_ORDERS)) {
            return Optional.of(FIRST);
        }
        var prefix = Topics.CUSTOMER_ORDERS + "-";
        return Optional.of(topic)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> NAME.matcher(name).matches())
                .map(ViewsGeneration::new);
    }

    /** Its application id, which is its consumer group too. */
    public String applicationId() {
        return of(ApplicationIds.VIEWS);
    }

    /** Its topic of changes of orders, keyed by customer, which it writes and reads. */
    public String customerOrders() {
        return of(Topics.CUSTOMER_ORDERS);
    }

    private String of(String first) {
        return equals(FIRST) ? first : first + "-" + name;
    }

    /** Its own topics: everything that only it writes. */
    public List<TopicSpec> topics() {
        return List.of(
                new TopicSpec(
                        customerOrders(),
                        Topics.PARTITIONS,
                        Topics.exchanged(),
                        "changes of orders within views, keyed by customer"),
                changelog(Stores.ORDER_VIEWS, "every order as it is now, keyed by order"),
                changelog(Stores.ORDER_FACTS, "the facts of every order, keyed by order and version"),
                changelog(Stores.CUSTOMER_ORDERS, "the orders of every customer, keyed by customer, time and order"),
                new TopicSpec(
                        Stores.changelog(applicationId(), Stores.SALES),
                        Topics.PARTITIONS,
                        Stores.salesChangelog(),
                        "what was sold in each minute, keyed by promotion and minute; the partitions add up"),
                changelog(Stores.SAGA_STEPS, "how many orders are in each step, keyed by step; the partitions add up"),
                changelog(Stores.STUCK_ORDERS, "orders that need an operator, keyed by order"),
                changelog(Stores.ORDER_MESSAGES, "messages about orders, keyed by customer, order and message"));
    }

    private TopicSpec changelog(String store, String holds) {
        return new TopicSpec(
                Stores.changelog(applicationId(), store), Topics.PARTITIONS, Stores.rewrittenChangelog(), holds);
    }

    @Override
    public String toString() {
        return name;
    }
}
