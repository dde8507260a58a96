package dev.quintet.local.bench;

import dev.quintet.wire.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts the orders of a workload on order.commands before anybody reads them. */
final class Preload {
    private Preload() {}

    /** Returns when the broker has them all. Nobody waits for a verdict, so none is written. */
    static void run(BenchPlatform platform, Workload workload) {
        try (var producer =
                BenchProducer.open(platform, platform.serdes().orderCommand().serializer())) {
            for (int i = 0; i < workload.orders(); i++) {
                var order = workload.order(i);
                producer.send(new ProducerRecord<>(
                        Topics.ORDER_COMMANDS, null, workload.placedAt(i), order.customerId(), order));
            }
        }
    }
}
