package dev.quintet.topology;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.pricing.Demand;
import dev.quintet.domain.pricing.Listing;
import dev.quintet.domain.pricing.PriceRule;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Surroundings;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Remembers the demand for the items of its partition, and from time to time carries it to {@link PriceRule}. */
final class SetPrices implements Processor<Object, Object, String, MenuItem> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** So many items are looked at in a row, those of other tasks too; the others follow at the next look. */
    static final int ITEMS_MAX = 4_000;

    private final MenuListings menu;
    private final StockTables stock;
    private final Duration period;

    /** When each item was last decided on. */
    private final Map<String, Long> decidedAt = new HashMap<>();

    /** The versions that were answered: until a publication of ours has come back, the same is not said again. */
    private final Map<String, Long> answered = new HashMap<>();

    /** The items that this round has still to look at: each is looked at once a round, so none waits behind the same others. */
    private final Deque<String> ahead = new ArrayDeque<>();

    private @Nullable Turns turns;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, MenuItem> context;

    @SuppressWarnings("NullAway.Init")
    private ItemDemand demand;

    @SuppressWarnings("NullAway.Init")
    private Tally changes;

    @SuppressWarnings("NullAway.Init")
    private Surroundings surroundings;

    /**
     * Sets prices.
     *
     * @param period how long a price stands at the least
     */
    SetPrices(MenuListings menu, StockTables stock, Duration period) {
        this.menu = menu;
        this.stock = stock;
        this.period = period;
    }

    /** Begins anew each time: what was published before a rollback was not. */
    @Override
    public void init(ProcessorContext<String, MenuItem> context) {
        this.context = context;
        surroundings = Surroundings.of(context.appConfigs());
        demand = new ItemDemand(context.getStateStore(Stores.ITEM_DEMAND));
        changes = new Tally(
                context,
                "price-changes-total",
                "Prices that were published, by what became of the price",
                "change",
                List.of("raised", "lowered", "restored"));
        decidedAt.clear();
        answered.clear();
        ahead.clear();
        turns = Turns.every(LOOK_EVERY, context, this::lookAtTheMenu);
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
    }

    @Override
    public void process(Record<Object, Object> record) {
        if (record.key() instanceof String itemId && record.value() instanceof Long pieces && isRemembered(record)) {
            demand.add(itemId, pieces, record.timestamp());
        }
    }

    /** The store would drop it anyway, with a warning. */
    private boolean isRemembered(Record<?, ?> record) {
        return record.timestamp() > context.currentStreamTimeMs() - Demand.REMEMBERED.toMillis();
    }

    private void lookAtTheMenu(long now, Turn turn) {
        int partitions = surroundings.partitions(Topics.DEMAND_BY_ITEM);
        if (ahead.isEmpty()) {
            ahead.addAll(menu.all().keySet());
        }
        for (int looked = 0; looked < ITEMS_MAX && !ahead.isEmpty() && turn.goesOn(); looked++) {
            var itemId = ahead.remove();
            var listing = menu.all().get(itemId);
            boolean isMine = ItemPartitioner.partition(itemId, partitions)
                    == context.taskId().partition();
            if (isMine && listing != null && !Long.valueOf(listing.version()).equals(answered.get(itemId))) {
                look(itemId, listing, now);
            }
        }
    }

    private void look(String itemId, Listing listing, long now) {
        var item = listing.item();
        if (listing.overtaken()) {
            publish(itemId, item, listing, "restored", now);
        } else if (item != null && item.bounds() != null && isDue(itemId, listing, now)) {
            decidedAt.put(itemId, now);
            long before = item.price().amountMinor();
            long price = PriceRule.decide(before, item.bounds(), demand.at(itemId, now), stock.left(itemId));
            if (price != before) {
                var changed = item.withPrice(new Money(price, item.price().currency()));
                publish(itemId, changed, listing, price > before ? "raised" : "lowered", now);
            }
        }
    }

    private boolean isDue(String itemId, Listing listing, long now) {
        long last = Math.max(listing.since(), decidedAt.getOrDefault(itemId, 0L));
        return now - last >= period.toMillis();
    }

    private void publish(String itemId, @Nullable MenuItem item, Listing listing, String change, long now) {
        answered.put(itemId, listing.version());
        changes.count(change);
        context.forward(new Record<>(itemId, item, now, MenuListings.basedOn(listing)));
    }
}
