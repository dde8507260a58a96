package dev.quintet.local.bench;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.limit.CustomerSlots;
import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.PlaceOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The admission of production over the other store: one row for each customer, read and written whole. */
final class RingAdmission implements Processor<String, OrderCommand, String, OrderEvent> {
    private final BenchReference reference;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, OrderEvent> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, List<SlotWindow>> rings;

    RingAdmission(BenchReference reference) {
        this.reference = reference;
    }

    @Override
    public void init(ProcessorContext<String, OrderEvent> context) {
        this.context = context;
        rings = context.getStateStore(RingTopology.STORE);
    }

    @Override
    public void process(Record<String, OrderCommand> command) {
        if (command.value() instanceof PlaceOrder order) {
            admit(command, order);
        }
    }

    private void admit(Record<String, OrderCommand> command, PlaceOrder order) {
        var stored = rings.get(order.customerId());
        var windows = stored == null ? List.<SlotWindow>of() : stored;
        var held = new CustomerSlots(windows, CustomerSlots.find(windows, order.orderId()));
        var promotion = reference.promotion(order.promotionId());
        var news = Admission.decide(held, order, command.timestamp(), promotion, reference)
                .news();
        if (news != null) {
            long from = Math.min(
                    command.timestamp() - Admission.MEMORY_LEAST.toMillis(),
                    Admission.limitsReachBackTo(promotion, command.timestamp()));
            rings.put(order.customerId(), after(held, news.entry(), from));
            var origin = context.recordMetadata().orElseThrow();
            var cause = new OrderEvent.Cause(origin.topic(), origin.partition(), origin.offset());
            var time = Instant.ofEpochMilli(command.timestamp());
            var event = new OrderEvent(order.orderId(), 1, order.customerId(), time, cause, news.fact());
            context.forward(new Record<>(order.orderId(), event, command.timestamp()));
        }
    }

    /** The windows with one more order, without those that no later order reads. */
    private static List<SlotWindow> after(CustomerSlots held, SlotEntry entry, long from) {
        var changed = held.windowAt(SlotWindow.startOf(entry.placedAtMillis()))
                .remember(entry)
                .window();
        var windows = new ArrayList<SlotWindow>(4);
        for (var window : held.windows()) {
            boolean isKept = window.startMillis() >= SlotWindow.startOf(from);
            if (isKept && (changed == null || window.startMillis() != changed.startMillis())) {
                windows.add(window);
            }
        }
        if (changed != null) {
            windows.add(changed);
        }
        windows.sort(Comparator.comparingLong(SlotWindow::startMillis));
        return windows;
    }
}
