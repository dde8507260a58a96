package dev.quintet.wire;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.OrderContent;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Payment;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.saga.Saga;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.shipping.DeliveryPromise;
import dev.quintet.domain.shipping.Shipment;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.stock.Reservation;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.domain.view.StepLoad;
import dev.quintet.domain.view.StuckOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * The value serdes of all topics and stores, configured for one registry. Each call makes a new serde; the serdes of
 * one instance share the registry's cache.
 *
 * @param configs Confluent's keys, {@code schema.registry.url} at the least
 */
public record WireSerdes(Map<String, ?> configs) {
    public WireSerdes {
        configs = Map.copyOf(configs);
    }

    /** The same for a caller who would rather fail than wait: a registry that does not answer is given up after this time. */
    public WireSerdes withRegistryPatience(Duration patience) {
        var impatient = new HashMap<String, Object>(configs);
        impatient.put(SerdeConfig.RETRY_LIMIT, patience.toMillis());
        return new WireSerdes(impatient);
    }

    /**
     * Has the registry know all that the verdict on an order writes, so that the first order does not wait for it. Waits
     * for the registry. Another serde than ours asks when it first writes.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public void introduceVerdicts() {
        introduce(Topics.ORDER_EVENTS, dev.quintet.wire.avro.OrderEvent.class);
        introduce(Topics.ORDER_VERDICTS, dev.quintet.wire.avro.OrderVerdict.class);
        introduce(Topics.STOCK_COMMANDS, dev.quintet.wire.avro.StockCommand.class);
        introduce(Topics.PAYMENT_COMMANDS, dev.quintet.wire.avro.PaymentCommand.class);
        introduce(Topics.SHIPPING_COMMANDS, dev.quintet.wire.avro.ShippingCommand.class);
        introduce(changelog(Stores.LIMIT_SLOTS), dev.quintet.wire.avro.SlotWindow.class);
        introduce(changelog(Stores.SAGAS), dev.quintet.wire.avro.Saga.class);
    }

    /** The same for the commands that ask for verdicts. */
    public void introduceOrders() {
        introduce(Topics.ORDER_COMMANDS, dev.quintet.wire.avro.OrderCommand.class);
    }

    private static String changelog(String store) {
        return ApplicationIds.ORDERS + "-" + store + "-changelog";
    }

    private <A extends SpecificRecord> void introduce(String topic, Class<A> type) {
        if (!configs.containsKey(SerdeChoice.SERDE_CLASS)) {
            new AvroSerializer<>(AvroType.of(type), SerdeConfig.parse(configs, false), false).introduce(topic);
        }
    }

    public Serde<OrderCommand> orderCommand() {
        return serde(dev.quintet.wire.avro.OrderCommand.class, new OrderCommandCodec());
    }

    public Serde<Verdict> verdict() {
        return serde(dev.quintet.wire.avro.OrderVerdict.class, new VerdictCodec());
    }

    public Serde<OrderEvent> orderEvent() {
        return serde(dev.quintet.wire.avro.OrderEvent.class, new OrderEventCodec());
    }

    public Serde<OrderView> orderView() {
        return serde(dev.quintet.wire.avro.OrderView.class, new OrderViewCodec());
    }

    public Serde<CustomerOrder> customerOrder() {
        return serde(dev.quintet.wire.avro.CustomerOrder.class, new CustomerOrderCodec());
    }

    public Serde<SalesMinute> salesMinute() {
        return serde(dev.quintet.wire.avro.SalesMinute.class, new SalesMinuteCodec());
    }

    public Serde<StepLoad> stepLoad() {
        return serde(dev.quintet.wire.avro.StepLoad.class, new StepLoadCodec());
    }

    public Serde<StuckOrder> stuckOrder() {
        return serde(dev.quintet.wire.avro.StuckOrder.class, new StuckOrderCodec());
    }

    public Serde<OrderMessage> orderMessage() {
        return serde(dev.quintet.wire.avro.OrderMessage.class, new OrderMessageCodec());
    }

    public Serde<Promotion> promotion() {
        return serde(dev.quintet.wire.avro.Promotion.class, new PromotionCodec());
    }

    public Serde<MenuItem> menuItem() {
        return serde(dev.quintet.wire.avro.MenuItem.class, new MenuItemCodec());
    }

    public Serde<StockCommand> stockCommand() {
        return serde(dev.quintet.wire.avro.StockCommand.class, new StockCommandCodec());
    }

    public Serde<StockLevel> stockLevel() {
        return serde(dev.quintet.wire.avro.StockLevel.class, new StockLevelCodec());
    }

    public Serde<Reservation> reservation() {
        return serde(dev.quintet.wire.avro.Reservation.class, new ReservationCodec());
    }

    public Serde<PaymentCommand> paymentCommand() {
        return serde(dev.quintet.wire.avro.PaymentCommand.class, new PaymentCommandCodec());
    }

    public Serde<Payment> payment() {
        return serde(dev.quintet.wire.avro.Payment.class, new PaymentCodec());
    }

    public Serde<LedgerEntry> ledgerEntry() {
        return serde(dev.quintet.wire.avro.LedgerEntry.class, new LedgerEntryCodec());
    }

    public Serde<ShippingCommand> shippingCommand() {
        return serde(dev.quintet.wire.avro.ShippingCommand.class, new ShippingCommandCodec());
    }

    public Serde<DeliveryPromise> deliveryPromise() {
        return serde(dev.quintet.wire.avro.DeliveryPromise.class, new DeliveryPromiseCodec());
    }

    public Serde<Shipment> shipment() {
        return serde(dev.quintet.wire.avro.Shipment.class, new ShipmentCodec());
    }

    public Serde<Reply> reply() {
        return serde(dev.quintet.wire.avro.ParticipantReply.class, new ReplyCodec());
    }

    public Serde<Customer> customer() {
        return serde(dev.quintet.wire.avro.Customer.class, new CustomerCodec());
    }

    public Serde<Saga> saga() {
        return serde(dev.quintet.wire.avro.Saga.class, new SagaCodec());
    }

    public Serde<OrderContent> orderContent() {
        return serde(dev.quintet.wire.avro.OrderContent.class, new OrderContentCodec());
    }

    public Serde<Message> outboxMessage() {
        return serde(dev.quintet.wire.avro.OutboxMessage.class, new OutboxMessageCodec());
    }

    public Serde<Sent> sent() {
        return serde(dev.quintet.wire.avro.SentMessage.class, new SentCodec());
    }

    public Serde<SlotWindow> slotWindow() {
        return serde(dev.quintet.wire.avro.SlotWindow.class, new SlotWindowCodec());
    }

    private <D, A extends SpecificRecord> Serde<D> serde(Class<A> type, Codec<D, A> codec) {
        var serde = new DomainSerde<>(SerdeChoice.of(type, configs), codec);
        serde.configure(configs, false);
        return serde;
    }
}
