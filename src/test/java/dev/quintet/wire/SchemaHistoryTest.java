package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.quintet.wire.avro.Customer;
import dev.quintet.wire.avro.CustomerOrder;
import dev.quintet.wire.avro.DeliveryPromise;
import dev.quintet.wire.avro.LedgerEntry;
import dev.quintet.wire.avro.MenuItem;
import dev.quintet.wire.avro.OrderCommand;
import dev.quintet.wire.avro.OrderContent;
import dev.quintet.wire.avro.OrderEvent;
import dev.quintet.wire.avro.OrderMessage;
import dev.quintet.wire.avro.OrderVerdict;
import dev.quintet.wire.avro.OrderView;
import dev.quintet.wire.avro.OutboxMessage;
import dev.quintet.wire.avro.ParticipantReply;
import dev.quintet.wire.avro.Payment;
import dev.quintet.wire.avro.PaymentCommand;
import dev.quintet.wire.avro.Promotion;
import dev.quintet.wire.avro.Reservation;
import dev.quintet.wire.avro.Saga;
import dev.quintet.wire.avro.SalesMinute;
import dev.quintet.wire.avro.SentMessage;
import dev.quintet.wire.avro.Shipment;
import dev.quintet.wire.avro.ShippingCommand;
import dev.quintet.wire.avro.SlotWindow;
import dev.quintet.wire.avro.StepLoad;
import dev.quintet.wire.avro.StockCommand;
import dev.quintet.wire.avro.StockLevel;
import dev.quintet.wire.avro.StuckOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts as they are against every version of them that was released. */
final class SchemaHistoryTest {
    static Stream<Schema> contracts() {
        return Stream.of(
                OrderCommand.getClassSchema(),
                OrderVerdict.getClassSchema(),
                OrderEvent.getClassSchema(),
                Promotion.getClassSchema(),
                MenuItem.getClassSchema(),
                SlotWindow.getClassSchema(),
                StockCommand.getClassSchema(),
                StockLevel.getClassSchema(),
                Reservation.getClassSchema(),
                PaymentCommand.getClassSchema(),
                Payment.getClassSchema(),
                LedgerEntry.getClassSchema(),
                ShippingCommand.getClassSchema(),
                ParticipantReply.getClassSchema(),
                Customer.getClassSchema(),
                Shipment.getClassSchema(),
                DeliveryPromise.getClassSchema(),
                OrderContent.getClassSchema(),
                OutboxMessage.getClassSchema(),
                SentMessage.getClassSchema(),
                Saga.getClassSchema(),
                OrderView.getClassSchema(),
                CustomerOrder.getClassSchema(),
                SalesMinute.getClassSchema(),
                StepLoad.getClassSchema(),
                StuckOrder.getClassSchema(),
                OrderMessage.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyOlderVersionAndThisOneReadEachOther(Schema contract) throws IOException {
        var versions = SchemaHistory.of(contract).versions();
        for (int i = 0; i < versions.size(); i++) {
            assertThat(SchemaGate.OF_QUINTET.problems(versions.get(i), contract))
                    .as("%s against version %d in %s", contract.getName(), i + 1, SchemaHistory.ROOT)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theNewestVersionInTheHistoryIsThisOne(Schema contract) throws IOException {
        var history = SchemaHistory.of(contract);
        var versions = history.versions();
        if (!versions.isEmpty() && SchemaHistory.areSame(versions.getLast(), contract)) {
            return;
        }
        if (!"write".equals(System.getProperty("golden"))) {
            fail(
                    "%s is not the newest version in %s. When the change is meant, run this test with -Dgolden=write, which"
                            + " adds version %d, and commit it",
                    contract.getName(), history.folder(), versions.size() + 1);
        }
        // What the gate refuses is not recorded either.
        everyOlderVersionAndThisOneReadEachOther(contract);
        history.record(contract);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyTypeAndFieldSaysWhatItIs(Schema contract) {
        assertThat(SchemaGate.undocumented(contract)).isEmpty();
    }

    @Test
    void everySchemaFileBelongsToAContract() throws IOException {
        // given
        var known = new HashSet<String>();
        contracts()
                .forEach(contract ->
                        SchemaGate.namedTypes(contract).values().forEach(type -> known.add(type.getName() + ".avsc")));

        // then
        try (var files = Files.list(Path.of("src", "main", "avro"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(known)
                    .as("a new contract must be listed in this test, which gives it a history")
                    .containsAll(names);
        }
    }
}
