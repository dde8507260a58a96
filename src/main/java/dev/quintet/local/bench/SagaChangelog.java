package dev.quintet.local.bench;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.saga.Action;
import dev.quintet.domain.saga.Orchestrator;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * The sagas of a workload's orders, written to their changelog as the orders service would have: made by the orchestrator,
 * in the wire format, in the partition of their customer. A third has just begun, a third has its stock, and a third is
 * confirmed and waits for the money and the delivery. Only their deadlines are later than the service would set them, so
 * that none is due while it is measured what nothing due costs.
 */
final class SagaChangelog {
    private static final Duration NOT_DUE_FOR = Duration.ofHours(1);
    private static final List<Action> BEFORE_THE_PIVOT =
            List.of(Action.RESERVE_STOCK, Action.AUTHORIZE_PAYMENT, Action.PROMISE_DELIVERY);

    /** None, one, and all that confirm an order. */
    private static final int[] REPLIES = {0, 1, 3};

    private static final String TOPIC = Stores.changelog(ApplicationIds.ORDERS, Stores.SAGAS);

    private SagaChangelog() {}

    static void write(BenchPlatform platform, Workload workload) {
        long later = Instant.now().plus(NOT_DUE_FOR).toEpochMilli();
        try (var producer =
                BenchProducer.open(platform, platform.serdes().saga().serializer())) {
            for (int index = 0; index < workload.orders(); index++) {
                var saga =
                        saga(workload.order(index), workload.placedAt(index), later, REPLIES[index % REPLIES.length]);
                producer.send(
                        new ProducerRecord<>(TOPIC, partition(saga.purchase().customerId()), saga.key(), saga));
            }
        }
    }

    /** @param replies how far it is: how many of the steps before the pivot are done */
    static Saga saga(PlaceOrder order, long placedAt, long now, int replies) {
        var purchase = new Purchase(
                order.orderId(),
                order.customerId(),
                order.promotionId(),
                placedAt,
                order.outletId(),
                order.lines(),
                new Money(1_000, "EUR"),
                order.paymentMethod());
        var saga = Orchestrator.begin(purchase, now).saga();
        for (var step : BEFORE_THE_PIVOT.subList(0, replies)) {
            saga = Orchestrator.reply(saga, done(order, step), now).saga();
        }
        return saga;
    }

    /** The reply that a step of an order was done. */
    static Reply done(PlaceOrder order, Action action) {
        return new Reply(order.orderId() + "/" + action.label(), order.orderId(), null, null);
    }

    /** Where Kafka puts records with this key. */
    private static int partition(String customerId) {
        return Utils.toPositive(Utils.murmur2(customerId.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }
}
