package dev.quintet.verb;

import dev.quintet.domain.limit.Catalogue;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockLevels;
import dev.quintet.http.CustomerChange;
import dev.quintet.http.query.Feed;
import dev.quintet.http.query.Generations;
import dev.quintet.operations.Settings;
import dev.quintet.operations.metrics.ProcessMetrics;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The generations of the views in this process: the one that is served, and while it changes a second one. Answers come
 * from the served one; those that answered before it go on for a moment, for pods that have not noticed yet.
 */
final class ServedViews implements Generations, Catalogue, StockLevels, AutoCloseable {
    private final Settings settings;
    private final WireSerdes serdes;
    private final ProcessMetrics metrics;
    private final Feed<OrderEvent> facts = new Feed<>();
    private final Feed<CustomerChange> customers = new Feed<>();

    /** The served one first. */
    private volatile List<RunningViews> answering = List.of();

    /** All that were started and not closed. */
    private final List<RunningViews> running = new CopyOnWriteArrayList<>();

    ServedViews(Settings settings, WireSerdes serdes, ProcessMetrics metrics) {
        this.settings = settings;
        this.serdes = serdes;
        this.metrics = metrics;
    }

    /** Tells of the facts of orders, by order. */
    Feed<OrderEvent> facts() {
        return facts;
    }

    /** Tells of what changes in the lists of customers, by customer. */
    Feed<CustomerChange> customers() {
        return customers;
    }

    /** Starts a generation under the address of this pod. It does not answer yet. */
    RunningViews start(ViewsGeneration generation, String address) {
        // Two generations may tell a fact twice, which whoever listens knows by its version; changes of a list are
        // counted
        // by each for itself.
        var views = RunningViews.start(
                generation,
                settings,
                serdes,
                address,
                (_, fact) -> {
                    if (isAnswering(generation)) {
                        facts.tell(fact.orderId(), fact);
                    }
                },
                order -> {
                    if (isServed(generation)) {
                        customers.tell(order.customerId(), new CustomerChange(generation.name(), order));
                    }
                });
        running.add(views);
        OwnClients.addTo(metrics, views.runner());
        return views;
    }

    /** Answers from a generation from now on. */
    void serve(RunningViews views) {
        var before = answering;
        answering = before.isEmpty() ? List.of(views) : List.of(views, before.getFirst());
    }

    /** Ends one that is not served. Its local state goes too: who serves it again reads its changelogs. */
    void end(RunningViews views) {
        answering = answering.stream().filter(other -> !other.equals(views)).toList();
        metrics.remove(views.runner().applicationId());
        try {
            views.runner().closeForGood();
        } finally {
            running.remove(views);
        }
    }

    /** The one that is served; null before the first. */
    @Nullable
    RunningViews served() {
        var now = answering;
        return now.isEmpty() ? null : now.getFirst();
    }

    private boolean isServed(ViewsGeneration generation) {
        var served = served();
        return served != null && served.generation().equals(generation);
    }

    private boolean isAnswering(ViewsGeneration generation) {
        return answering.stream().anyMatch(views -> views.generation().equals(generation));
    }

    @Override
    public List<Views> answering() {
        var now = answering;
        // Nearly always; asked with every request.
        return now.size() == 1
                ? List.of(now.getFirst().queryable())
                : now.stream().map(RunningViews::queryable).toList();
    }

    @Override
    public @Nullable Views named(String name) {
        for (var views : running) {
            if (views.generation().name().equals(name)) {
                return views.queryable();
            }
        }
        return null;
    }

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        var served = served();
        return served == null ? null : served.tables().promotion(promotionId);
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        var served = served();
        return served == null ? null : served.tables().item(itemId);
    }

    @Override
    public List<Promotion> promotions() {
        var served = served();
        return served == null ? List.of() : served.tables().promotions();
    }

    @Override
    public List<MenuItem> items() {
        var served = served();
        return served == null ? List.of() : served.tables().items();
    }

    @Override
    public @Nullable StockLevel level(String outletId) {
        var served = served();
        return served == null ? null : served.stock().level(outletId);
    }

    @Override
    public Map<String, StockLevel> levels() {
        var served = served();
        return served == null ? Map.of() : served.stock().levels();
    }

    @Override
    public void close() {
        running.forEach(views -> Closing.quietly(views.runner()));
    }
}
