package dev.quintet.topology;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.Texts;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The shipping service: promises and dispatches the delivery of an order to the address that its customer has published. */
public final class ShippingTopology {
    static final String DECODE = "decode-commands";
    static final String ACT = "carry-out-deliveries";
    static final String REPLIES = "shipping-replies-sink";
    static final String SHIPMENTS = "shipments-sink";

    private ShippingTopology() {}

    /** The topology; it fills {@code customers} while it runs. */
    public static Topology build(WireSerdes serdes, CustomerTables customers) {
        return build(serdes, customers, Admission.MEMORY_LEAST);
    }

    /** The same, but orders are remembered for {@code memory}. */
    public static Topology build(WireSerdes serdes, CustomerTables customers, Duration memory) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, customers);
        RawSource.addTo(topology, "shipping-commands-source", Topics.SHIPPING_COMMANDS)
                .addProcessor(DECODE, () -> new DecodeOrBury(decode(serdes)), "shipping-commands-source")
                .addProcessor(ACT, () -> new CarryOutDeliveries(customers, memory), DECODE)
                .addStateStore(OrderMemory.held(Stores.DELIVERY_PROMISES, serdes.deliveryPromise()), ACT)
                .addStateStore(OrderMemory.windows(Stores.ENDED_DELIVERIES, memory, serdes.deliveryPromise()), ACT)
                .addStateStore(WrittenOnce.store(Stores.ARRANGED_DELIVERIES, memory, serdes.reply()), ACT)
                .addSink(
                        REPLIES,
                        Topics.SHIPPING_REPLIES,
                        new StringSerializer(),
                        serdes.reply().serializer(),
                        ACT)
                .addSink(
                        SHIPMENTS,
                        Topics.SHIPMENTS,
                        new StringSerializer(),
                        serdes.shipment().serializer(),
                        new RegionPartitioner(),
                        ACT);
        return DeadLetters.addSink(topology, DECODE);
    }

    static DecodeKeyed<ShippingCommand> decode(WireSerdes serdes) {
        return new DecodeKeyed<>(serdes.shippingCommand().deserializer(), ShippingTopology::customerOf, ACT);
    }

    private static String customerOf(ShippingCommand command) {
        var head = command.head();
        int length = head.commandId().length();
        if (length < 1 || length > Texts.COMMAND_ID_MAX) {
            throw new PoisonRecordException("The command id must have 1 to " + Texts.COMMAND_ID_MAX + " characters");
        }
        if (!Ids.isValid(head.orderId()) || !Ids.isValid(head.customerId())) {
            throw new PoisonRecordException("Order id and customer id must be " + Ids.RULE);
        }
        var problem = command.problem();
        if (problem != null) {
            throw new PoisonRecordException(problem);
        }
        return head.customerId();
    }
}
