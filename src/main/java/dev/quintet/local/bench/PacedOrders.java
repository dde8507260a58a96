package dev.quintet.local.bench;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.wire.Topics;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Orders on order.commands at a steady rate, each when it is due, whatever has become of those before it. */
final class PacedOrders {
    private PacedOrders() {}

    /** @param watcher is told of each order before it is sent */
    static void place(
            BenchPlatform platform,
            IntFunction<PlaceOrder> orders,
            int count,
            int perSecond,
            Consumer<PlaceOrder> watcher) {
        var serializer = platform.serdes().orderCommand().serializer();
        var pace = new Pace(perSecond);
        try (var commands = BenchProducer.open(platform, serializer)) {
            for (int index = 0; index < count; index++) {
                var order = orders.apply(index);
                var _ = pace.awaitNext();
                watcher.accept(order);
                commands.send(new ProducerRecord<>(Topics.ORDER_COMMANDS, order.customerId(), order));
            }
        }
    }
}
