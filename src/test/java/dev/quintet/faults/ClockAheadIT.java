package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.harness.Promotions;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders from a clock that is far ahead, on a real broker and the event clock: refused, and nobody else notices. */
class ClockAheadIT {
    private final Instant now = Instant.now();
    private int placed;

    @TempDir
    private Path folder;

    @Test
    void orderFromTheFutureIsRefusedAndExpiresNothing() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var registry = StubRegistry.start();
                var services =
                        RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of("clock", "event"));
                var outcomes = new Outcomes(broker.bootstrap(), new WireSerdes(registry.configs()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            var orders = new WireSerdes(registry.configs()).orderCommand().serializer();
            // given: five orders, then orders from a day, a century and the end of time ahead, and one older than time
            for (var minutesAgo : List.of(50L, 40L, 30L, 20L, 10L)) {
                place(
                        producer,
                        orders,
                        "alice",
                        now.minus(Duration.ofMinutes(minutesAgo)).toEpochMilli());
            }
            place(producer, orders, "eve", now.plus(Duration.ofDays(1)).toEpochMilli());
            place(producer, orders, "eve", now.plus(Duration.ofDays(36_500)).toEpochMilli());
            place(producer, orders, "eve", Long.MAX_VALUE);
            place(producer, orders, "eve", 0);

            // when
            place(producer, orders, "alice", now.toEpochMilli());
            place(producer, orders, "alice", now.minus(Duration.ofHours(3)).toEpochMilli());
            outcomes.awaitCount(placed, PATIENCE);

            // then
            var reasons = IntStream.range(0, placed)
                    .mapToObj(String::valueOf)
                    .map(id -> outcomes.verdict(id).orElseThrow())
                    .map(verdict -> Optional.ofNullable(verdict.reason()))
                    .toList();
            assertThat(reasons.subList(0, 5)).containsOnly(Optional.empty());
            assertThat(reasons.subList(5, 9)).containsOnly(Optional.of(RefusalReason.BAD_TIMESTAMP));
            assertThat(reasons.subList(9, 11)).containsOnly(Optional.of(RefusalReason.LIMIT_REACHED));
            services.assertUnharmed();
            assertThat(services.linesWith("Timestamp")).isEmpty();
        }
    }

    private void place(
            KafkaProducer<byte[], byte[]> producer, Serializer<OrderCommand> orders, String customer, long at)
            throws Exception {
        var id = String.valueOf(placed++);
        var order = new PlaceOrder(
                "o-" + id, customer, Promotions.BURGER_DAY, "akaso-1", List.of(new OrderLine("classic", 1)), "tok_ok");
        var command = Command.of(id, customer, orders.serialize(Topics.ORDER_COMMANDS, order));
        producer.send(command.record(command.home(Topics.PARTITIONS), at)).get();
    }
}
