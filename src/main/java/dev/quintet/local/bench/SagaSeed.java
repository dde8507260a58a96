package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.local.DemoData;
import dev.quintet.wire.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What participants must know before the first order: customers with addresses, and outlets with more than anybody orders. */
final class SagaSeed {
    static final int PIECES_OF_EACH = 10_000_000;

    private SagaSeed() {}

    static void sow(BenchPlatform platform, List<SagaWorkload> workloads) {
        var serdes = platform.serdes();
        var customers = serdes.customer().serializer();
        var commands = serdes.stockCommand().serializer();
        try (var producer = BenchProducer.open(platform, new ByteArraySerializer())) {
            for (var outletId : SagaWorkload.outlets()) {
                var command = commands.serialize(Topics.STOCK_COMMANDS, replenish(outletId));
                producer.send(new ProducerRecord<>(Topics.STOCK_COMMANDS, outletId, command));
            }
            for (var workload : workloads) {
                for (int number = 0; number < workload.customers(); number++) {
                    var customer = workload.customer(number);
                    var value = customers.serialize(Topics.CUSTOMERS, customer);
                    producer.send(new ProducerRecord<>(Topics.CUSTOMERS, customer.customerId(), value));
                }
            }
        }
    }

    private static StockCommand replenish(String outletId) {
        var pieces = DemoData.menu().stream()
                .map(item -> new OrderLine(item.itemId(), PIECES_OF_EACH))
                .toList();
        return new StockCommand(new CommandHead("seed", "", ""), outletId, new StockRequest.Replenish(pieces));
    }
}
