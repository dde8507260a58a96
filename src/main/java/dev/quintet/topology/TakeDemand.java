package dev.quintet.topology;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.pricing.Demand;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells how many of which item an order takes, at its time, of the items whose price may move. */
final class TakeDemand implements Processor<Object, Object, String, Long> {
    private final MenuListings menu;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, Long> context;

    TakeDemand(MenuListings menu) {
        this.menu = menu;
    }

    @Override
    public void init(ProcessorContext<String, Long> context) {
        this.context = context;
    }

    @Override
    public void process(Record<Object, Object> record) {
        if (isRecent(record)
                && record.value() instanceof OrderEvent event
                && event.fact() instanceof OrderFact.Accepted accepted) {
            for (var line : accepted.lines()) {
                if (menu.isBounded(line.itemId())) {
                    context.forward(new Record<>(line.itemId(), (long) line.quantity(), record.timestamp()));
                }
            }
        }
    }

    /** History that is imported, or read after a long absence, says nothing about what is wanted now. */
    private boolean isRecent(Record<?, ?> record) {
        return record.timestamp() > context.currentSystemTimeMs() - Demand.REMEMBERED.toMillis();
    }
}
