package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.harness.Keys;
import dev.quintet.harness.OrderBuilder;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.Seeds;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.Headers;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Garbage on order.commands of a real broker, under exactly-once: each record has one outcome, a dead letter with its
 * bytes and the cause or a verdict, and the orders before and behind it in the same partition are judged.
 */
class PoisonIT {
    private static final int MUTATIONS = 150;
    private static final int TOPIC_BYTES_MAX = 1_048_588;
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    private final SplittableRandom random = Seeds.random("PoisonIT");
    private final List<Command> sent = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyRecordHasOneOutcomeAndHarmsNoOther() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var registry = StubRegistry.start();
                var services = RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of())) {
            var serdes = new WireSerdes(registry.configs());
            var orders = serdes.orderCommand().serializer();
            try (var outcomes = new Outcomes(broker.bootstrap(), serdes)) {
                // given: garbage of every kind, each with an order before and behind it
                var letters = deadLetters(orders, serdes.promotion().serializer());
                var judged = judged(orders);
                var either = either(orders);
                List<Command> poison = new ArrayList<>(letters);
                poison.addAll(judged);
                poison.addAll(either);

                // when
                send(broker.bootstrap(), poison, orders);
                outcomes.awaitCount(sent.size(), PATIENCE);

                // then: H1
                assertThat(sent)
                        .allSatisfy(command -> assertThat(outcomes.of(command.id()))
                                .as("outcomes of %s", command.id())
                                .hasSize(1));
                assertThat(letters).allSatisfy(command -> requireDeadLetter(command, outcomes));
                assertThat(judged)
                        .allSatisfy(command -> assertThat(outcomes.verdict(command.id()))
                                .as(command.id())
                                .isPresent());
                assertThat(sent)
                        .filteredOn(command -> command.id().startsWith("neighbour"))
                        .allSatisfy(command -> assertThat(outcomes.verdict(command.id()))
                                .hasValueSatisfying(verdict ->
                                        assertThat(verdict.reason()).isIn(null, RefusalReason.LIMIT_REACHED)));
                services.assertUnharmed();
                assertThat(services.isReady()).isTrue();
            }
        }
    }

    private static void requireDeadLetter(Command command, Outcomes outcomes) {
        assertThat(outcomes.deadLetter(command.id())).as(command.id()).hasValueSatisfying(letter -> {
            assertThat(letter.key()).isEqualTo(command.key());
            assertThat(letter.value()).isEqualTo(command.value());
            assertThat(Outcomes.header(letter, Headers.DEAD_LETTER_CAUSE)).isNotBlank();
            assertThat(Outcomes.header(letter, Headers.DEAD_LETTER_TOPIC)).isEqualTo(Topics.ORDER_COMMANDS);
            assertThat(Outcomes.header(letter, Headers.DEAD_LETTER_PARTITION))
                    .isEqualTo(String.valueOf(partition(command)));
            assertThat(Outcomes.header(letter, Headers.DEAD_LETTER_OFFSET)).containsOnlyDigits();
        });
    }

    /** What nobody can read, or nobody can file. */
    private List<Command> deadLetters(Serializer<OrderCommand> orders, Serializer<Promotion> promotions) {
        var good = bytes(orders, OrderBuilder.anOrder().build());
        return List.of(
                Command.of("empty", "alice", new byte[0]),
                Command.of("truncated-frame", "alice", Arrays.copyOf(good, 4)),
                Command.of("truncated-value", "alice", Arrays.copyOf(good, good.length / 2)),
                Command.of("one-byte-short", "alice", Arrays.copyOf(good, good.length - 1)),
                Command.of("one-byte-long", "alice", Arrays.copyOf(good, good.length + 1)),
                Command.of("wrong-magic-byte", "alice", with(good, 0, 7)),
                Command.of("unknown-schema", "alice", with(good, 2, 9)),
                Command.of("negative-schema", "alice", with(good, 1, 0xff)),
                Command.of("text", "alice", "{\"orderId\":\"o-1\"}".getBytes(UTF_8)),
                Command.of("null-value", "alice", null),
                Command.of("null-key", "", good).withKey(null),
                Command.of("null-key-and-value", "", null).withKey(null),
                Command.of("empty-key", "", good),
                Command.of("key-of-another", "bob", good),
                Command.of("key-of-no-text", "", good).withKey(new byte[] {(byte) 0xc3, 0x28}),
                Command.of("stray", "alice", good),
                Command.of("promotion", "alice", promotions.serialize(Topics.PROMOTIONS, Promotions.fiveADay())),
                Command.of("a-mebibyte-of-noise", "alice", noise(TOPIC_BYTES_MAX - 200)),
                Command.of("endless-order-id", "alice", bytes(orders, order("x".repeat(900_000), "alice", "p"))),
                Command.of("endless-customer-id", "alice", bytes(orders, order("o", "y".repeat(900_000), "p"))));
    }

    /** What can be read, and must be refused or accepted, however odd. */
    private List<Command> judged(Serializer<OrderCommand> orders) {
        var judged = new ArrayList<Command>();
        for (var reply : List.of("", "-1", "4711", "99999999999999", "two", "\0")) {
            var customer = "reply-" + judged.size();
            judged.add(Command.of(
                            customer, customer, bytes(orders, order("o-" + customer, customer, Promotions.BURGER_DAY)))
                    .withReplyPartition(reply));
        }
        // Every one of them by the same customer, so that what is remembered of each adds up in one value.
        for (int i = 0; i < 4; i++) {
            judged.add(Command.of("endless-promotion-" + i, "eve", bytes(orders, order("e-" + i, "eve", id(900_000)))));
            judged.add(Command.of("endless-lines-" + i, "eve", bytes(orders, manyLines("l-" + i))));
        }
        // As long as our own clients write: the outcome repeats the id and says more besides.
        var frame = bytes(orders, order("max", "max", "")).length + 200;
        judged.add(Command.of(
                "longest", "max", bytes(orders, order("max", "max", id(Topics.VALUE_BYTES_MAX - frame)))));
        judged.add(Command.of(
                "longest-again", "max", bytes(orders, order("max", "max", id(Topics.VALUE_BYTES_MAX - frame)))));
        return judged;
    }

    /** Orders with a few bytes changed: most can't be read, some are just other orders. */
    private List<Command> either(Serializer<OrderCommand> orders) {
        var mutations = new ArrayList<Command>();
        for (int i = 0; i < MUTATIONS; i++) {
            var bytes = bytes(orders, order("m-" + i, "mallory", Promotions.BURGER_DAY));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            mutations.add(Command.of("mutation-" + i, "mallory", bytes));
        }
        return mutations;
    }

    private void send(String bootstrap, List<Command> poison, Serializer<OrderCommand> orders) {
        Map<String, Object> configs = Map.of("bootstrap.servers", bootstrap, "max.request.size", 2 << 20);
        try (var producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var command : poison) {
                send(producer, neighbour(orders, command));
                send(producer, command);
                send(producer, neighbour(orders, command));
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Command command) {
        sent.add(command);
        var _ = producer.send(command.record(partition(command), null), (_, failure) -> {
            if (failure != null) {
                throw new AssertionError("the broker did not take " + command.id(), failure);
            }
        });
    }

    /** Where it lies: the strays are in the partition of others. */
    private static int partition(Command command) {
        int home = command.home(Topics.PARTITIONS);
        return command.id().startsWith("stray") ? (home + 1) % Topics.PARTITIONS : home;
    }

    /** An order of somebody who is at home where the command lies. */
    private Command neighbour(Serializer<OrderCommand> orders, Command command) {
        int number = sent.size();
        var customer = Keys.in(partition(command), Topics.PARTITIONS, "neighbour-" + number % 40);
        return Command.of(
                "neighbour-" + number, customer, bytes(orders, order("n-" + number, customer, Promotions.BURGER_DAY)));
    }

    private static PlaceOrder order(String orderId, String customerId, String promotionId) {
        return new PlaceOrder(
                orderId, customerId, promotionId, "akaso-1", List.of(new OrderLine("classic", 1)), "tok_ok");
    }

    private static PlaceOrder manyLines(String orderId) {
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < 80_000; i++) {
            lines.add(new OrderLine("item-" + i, 1));
        }
        return new PlaceOrder(orderId, "eve", Promotions.BURGER_DAY, "akaso-1", lines, "tok_ok");
    }

    private static byte[] bytes(Serializer<OrderCommand> orders, PlaceOrder order) {
        return orders.serialize(Topics.ORDER_COMMANDS, order);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        var changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** Noise of the characters that an id may have, which no compression makes small. */
    private String id(int length) {
        var id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }
}
