package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody replaces payment without having read our code, and orders come to their end. */
class ForeignParticipantIT {
    @TempDir
    private Path folder;

    @Test
    void ordersAreCompletedByAPaymentThatIsNotOurs() throws Exception {
        // given
        var ours = List.of("orders", "stock", "shipping", "views");
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var services = RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of(), ours);
                var payment = ForeignPayment.start(broker.bootstrap(), registry.url())) {
            var shop = services.shop();
            assertThat(shop.introduce("alice")).isTrue();
            assertThat(shop.postTo("/v1/outlets/akaso-1/stock", """
                    {"lines":[{"itemId":"classic","quantity":10}]}""").status()).isEqualTo(202);
            var records = new CommittedRecords(broker.bootstrap(), registry.url());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !records.read("stock.levels").isEmpty());

            // when
            assertThat(shop.post(order("o-1")).join().status()).isEqualTo(201);
            assertThat(shop.post(new Posted("o-2", "alice", "unicorn")).join().status())
                    .isEqualTo(422);

            // then
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            OrderFacts.read(records).ended("OrderCompleted").contains("o-1"));
            assertThat(payment.asked("o-1")).containsExactly("o-1 AuthorizePayment", "o-1 CapturePayment");
            OrderFacts.read(records).assertSound();
        }
    }

    private static Posted order(String orderId) {
        return Posted.classic(orderId, "alice");
    }
}
