package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** What has to be there before services run, and before a shop sells. */
final class Deployment {
    private static final String FIVE_A_DAY = """
            {"name":"Burger day","discountPercent":70,
             "limits":[{"max":5,"unit":"ORDERS","window":"ROLLING(24h)"}]}""";
    private static final String BURGER = """
            {"name":"A burger","price":{"amountMinor":890,"currency":"EUR"}}""";

    private Deployment() {}

    static void createTopics(String bootstrap, Clock clock) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            TopicProvisioning.apply(admin, Topics.table(clock));
        }
    }

    /** Writes what {@code --config} reads, and gives the file. */
    static String writeSettings(Path file, Map<String, String> settings) throws IOException {
        var lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.toList());
        return Files.write(file, lines).toString();
    }

    /** Burgers at 8.90 EUR, 70 % off, five orders a day. */
    static void announce(Shop shop, String... items) {
        for (var item : items) {
            publish(shop, "/v1/menu/" + item, BURGER);
        }
        publish(shop, "/v1/promotions/burger-day", FIVE_A_DAY);
    }

    /** A broker that has just started on a busy machine may take longer than a caller over HTTP waits. */
    private static void publish(Shop shop, String path, String json) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.put(path, json).status()).isIn(200, 201));
    }
}
