package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Seeds;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that move while people publish, in real processes. */
class PricingIT {
    private static final List<String> SERVICES = List.of("orders", "pricing", "views");
    private static final Map<String, String> EVERY_SECOND = Map.of("pricing.period.seconds", "1");
    private static final long MIN = 500;
    private static final long MAX = 1_500;

    @TempDir
    private Path folder;

    @Test
    void pricesMoveWithinTheirBoundsAndWhatPeoplePublishIsNotLost() throws Exception {
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            var records = new CommittedRecords(broker.bootstrap(), registry.url());
            try (var services =
                    RunningServices.start(folder, broker.bootstrap(), registry.url(), EVERY_SECOND, SERVICES)) {
                // given: drawn up to the middle of its bounds, so there is something to decide each second
                publish(services, "first", 600);
                await().atMost(PATIENCE).until(() -> price(records) > 600);

                // when: somebody publishes about as often as prices are decided on
                var random = Seeds.random("PricingIT");
                var last = "";
                for (int i = 0; i < 12; i++) {
                    last = "name-" + i;
                    publish(services, last, 600);
                    var pause = Duration.ofMillis(random.nextInt(900, 1_200));
                    await().pollDelay(pause).atMost(PATIENCE).until(() -> true);
                }

                // then
                var name = last;
                await().during(Duration.ofSeconds(3))
                        .atMost(PATIENCE)
                        .until(() -> newest(records).get("name").toString().equals(name));
            }

            // when: it starts again, and reads the menu anew
            try (var services =
                    RunningServices.start(folder, broker.bootstrap(), registry.url(), EVERY_SECOND, SERVICES)) {
                publish(services, "after the start", 600);

                // then
                await().atMost(PATIENCE).until(() -> price(records) > 600);
                assertThat(newest(records).get("name")).hasToString("after the start");
                services.assertUnharmed();
            }
            assertThat(special(records))
                    .allSatisfy(item -> assertThat(amount(item)).isBetween(MIN, MAX));
        }
    }

    private static void publish(RunningServices services, String name, long price) {
        services.publish("/v1/menu/special", String.format(Locale.ROOT, """
                {"name":"%s","price":{"amountMinor":%d,"currency":"EUR"},"bounds":{"minMinor":%d,"maxMinor":%d}}""", name, price, MIN, MAX));
    }

    private static List<GenericRecord> special(CommittedRecords records) {
        return records.read(Topics.MENU).stream()
                .filter(item -> item.get("itemId").toString().equals("special"))
                .toList();
    }

    private static GenericRecord newest(CommittedRecords records) {
        return special(records).getLast();
    }

    private static long price(CommittedRecords records) {
        return amount(newest(records));
    }

    private static long amount(GenericRecord item) {
        return (long) ((GenericRecord) item.get("price")).get("amountMinor");
    }
}
