package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.shipping.Shipment;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the domain: the memory, keys and places of what is written, dead letters. */
final class ShippingTopologyTest {
    private static final Instant NOW = Times.at("12:00");
    private static final Customer ALICE = new Customer("alice", "Alice", "alice@shop.example", null, "1 Hill", "north");

    private static final List<OrderLine> LINES = List.of(new OrderLine("classic", 2));

    private final ServiceDriver driver =
            new ServiceDriver(serdes -> ShippingTopology.build(serdes, new CustomerTables()), NOW);
    private final TestInputTopic<String, ShippingCommand> commands =
            driver.input(Topics.SHIPPING_COMMANDS, driver.serdes().shippingCommand());
    private final TestInputTopic<String, Customer> customers =
            driver.input(Topics.CUSTOMERS, driver.serdes().customer());
    private final TestOutputTopic<String, Reply> replies =
            driver.output(Topics.SHIPPING_REPLIES, driver.serdes().reply());
    private final TestOutputTopic<String, Shipment> shipments =
            driver.output(Topics.SHIPMENTS, driver.serdes().shipment());

    ShippingTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void replyStandsUnderTheCustomerAndTheShipmentUnderTheOrder() {
        customers.pipeInput("alice", ALICE);
        arrange("c-1", NOW);

        assertThat(replies.readKeyValuesToList())
                .containsExactly(KeyValue.pair("alice", Reply.ok(head("c-1"), "s-alice/o-1")));
        assertThat(shipments.readKeyValuesToList()).singleElement().satisfies(shipment -> {
            assertThat(shipment.key).isEqualTo("o-1");
            assertThat(shipment.value.address()).isEqualTo("1 Hill");
        });
    }

    @Test
    void commandThatComesAgainDaysLaterGetsTheSameReplyAndNoSecondShipment() {
        customers.pipeInput("alice", ALICE);
        arrange("c-1", NOW);
        driver.send(Topics.CUSTOMERS, "alice", null);
        arrange("c-1", NOW.plus(Duration.ofDays(9)));

        assertThat(replies.readValuesToList()).hasSize(2).containsOnly(Reply.ok(head("c-1"), "s-alice/o-1"));
        assertThat(shipments.readValuesToList()).hasSize(1);
    }

    @Test
    void twoCustomersWhoseOrdersAreCalledTheSameBothGetTheirDelivery() {
        for (var customer : List.of("alice", "bob")) {
            customers.pipeInput(customer, new Customer(customer, customer, "", null, customer + "'s hill", "north"));
            var command = new ShippingCommand(
                    new CommandHead("c-1", "o-1", customer), new ShippingRequest.Arrange("akaso-1", List.of()));
            commands.pipeInput(customer, command, NOW);
        }

        assertThat(shipments.readValuesToList())
                .extracting(Shipment::shipmentId, Shipment::address)
                .containsExactly(tuple("s-alice/o-1", "alice's hill"), tuple("s-bob/o-1", "bob's hill"));
    }

    @Test
    void commandIsRememberedWhenTheBrokersClockStepsBack() {
        customers.pipeInput("alice", ALICE);
        arrange("c-1", NOW);
        arrange("c-1", NOW.minusSeconds(5));

        assertThat(shipments.readValuesToList()).hasSize(1);
    }

    @Test
    void addressThatIsPublishedLaterLeadsToADelivery() {
        arrange("c-1", NOW);
        arrange("c-1", NOW.plusSeconds(1));
        customers.pipeInput("alice", ALICE);
        arrange("c-1", NOW.plusSeconds(2));

        assertThat(replies.readValuesToList())
                .containsExactly(
                        Reply.no(head("c-1"), "NO_ADDRESS"),
                        Reply.no(head("c-1"), "NO_ADDRESS"),
                        Reply.ok(head("c-1"), "s-alice/o-1"));
        assertThat(shipments.readValuesToList()).hasSize(1);
    }

    @Test
    void shipmentsOfARegionAreInOnePartitionWhateverTheOrder() {
        var partitioner = new RegionPartitioner();
        for (var region : List.of("north", "south", "äst", "")) {
            var partitions = partitioner.partitions("shipments", "o-1", shipment("o-1", region), 4);
            assertThat(partitions)
                    .hasValueSatisfying(set -> assertThat(set)
                            .singleElement()
                            .satisfies(partition -> assertThat(partition).isBetween(0, 3)));
            assertThat(partitioner.partitions("shipments", "o-2", shipment("o-2", region), 4))
                    .isEqualTo(partitions);
        }
    }

    @Test
    void whatCannotBeReadOrStandsUnderAnotherKeyBecomesADeadLetter() {
        customers.pipeInput("alice", ALICE);
        driver.send(Topics.SHIPPING_COMMANDS, "alice", "not avro".getBytes(UTF_8));
        driver.send(Topics.SHIPPING_COMMANDS, null, new byte[] {0, 0, 0, 0, 1});
        driver.send(Topics.SHIPPING_COMMANDS, "alice", null);
        commands.pipeInput("bob", new ShippingCommand(head("c-1"), new ShippingRequest.Cancel()), NOW);
        commands.pipeInput(
                "alice",
                new ShippingCommand(new CommandHead("c-2", "o/2", "alice"), new ShippingRequest.Cancel()),
                NOW);

        assertThat(driver.deadLetters())
                .extracting(ShippingTopologyTest::cause)
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("Magic byte"),
                        cause -> assertThat(cause).contains("key is missing"),
                        cause -> assertThat(cause).contains("value is missing"),
                        cause -> assertThat(cause).contains("must be alice"),
                        cause -> assertThat(cause).contains("1 to 64"));
        assertThat(replies.isEmpty()).isTrue();
    }

    private void arrange(String commandId, Instant at) {
        ask(commandId, new ShippingRequest.Arrange("akaso-1", LINES), at);
    }

    private void ask(String commandId, ShippingRequest request, Instant at) {
        commands.pipeInput("alice", new ShippingCommand(head(commandId), request), at);
    }

    private static CommandHead head(String commandId) {
        return new CommandHead(commandId, "o-1", "alice");
    }

    private static Shipment shipment(String orderId, String region) {
        return new Shipment("s-" + orderId, orderId, "alice", "Alice", "1 Hill", region, "akaso-1", List.of());
    }

    private static String cause(TestRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader(Headers.DEAD_LETTER_CAUSE).value(), UTF_8);
    }
}
