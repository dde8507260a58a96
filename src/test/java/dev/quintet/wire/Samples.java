package dev.quintet.wire;

import dev.quintet.wire.avro.Cause;
import dev.quintet.wire.avro.LimitUnit;
import dev.quintet.wire.avro.LimitUse;
import dev.quintet.wire.avro.Money;
import dev.quintet.wire.avro.OrderAccepted;
import dev.quintet.wire.avro.OrderCommand;
import dev.quintet.wire.avro.OrderEvent;
import dev.quintet.wire.avro.OrderLine;
import dev.quintet.wire.avro.PlaceOrder;
import dev.quintet.wire.avro.PricedLine;
import dev.quintet.wire.avro.SlotEntry;
import dev.quintet.wire.avro.SlotStatus;
import dev.quintet.wire.avro.SlotWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Avro records that the tests write and read. */
final class Samples {
    private Samples() {}

    static OrderCommand command() {
        return new OrderCommand(new PlaceOrder(
                "o-1", "alice", "burger-day", "akaso-1", List.of(new OrderLine("classic", 2)), "tok_ok"));
    }

    static OrderEvent event() {
        return new OrderEvent(
                "o-1",
                1L,
                "älice",
                Instant.ofEpochMilli(1_800_000_000_123L),
                new Cause("order.commands", 3, 42L),
                new OrderAccepted(
                        "burger-day",
                        7L,
                        use(),
                        "akaso-1",
                        List.of(new PricedLine("classic", 2, 890L)),
                        70,
                        new Money(534L, "EUR"),
                        "tok_ok",
                        2));
    }

    static SlotWindow slots() {
        return new SlotWindow(List.of(slot("o-1"), slot("o-2"), slot("o-3")), false);
    }

    private static SlotEntry slot(String orderId) {
        return new SlotEntry(
                orderId,
                "burger-day",
                1_800_000_000_123L,
                -7L,
                SlotStatus.RESERVED,
                2,
                7L,
                null,
                use(),
                new Money(534L, "EUR"));
    }

    private static LimitUse use() {
        return new LimitUse(LimitUnit.ORDERS, 5, 1, null, List.of(), 0);
    }

    /** A configured serde. */
    static <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type, Map<String, ?> configs) {
        var serde = new AvroSerde<>(type);
        serde.configure(configs, false);
        return serde;
    }
}
