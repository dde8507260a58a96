package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine in Cairo whose clock is that of Kathmandu, and which writes ASCII only; then one at home, on the same data. */
final class ElsewhereIT {
    private static final String LIST = "/v1/customers/cairo/orders?limit=2";

    @TempDir
    private Path folder;

    @Test
    void ordersOfADemoElsewhereAreThereAtHomeAndItsCursorsToo() throws Exception {
        String cursor;
        try (var elsewhere = RunningDemo.startElsewhere(folder)) {
            assertThat(elsewhere.shop().introduce("cairo")).isTrue();
            for (var orderId : List.of("o-1", "o-2", "o-3")) {
                var order = Posted.classic(orderId, "cairo", "tok_ok");
                await().atMost(PATIENCE)
                        .until(() -> elsewhere.shop().post(order).join().status() == 201);
            }
            await().atMost(PATIENCE)
                    .until(() -> !elsewhere
                            .shop()
                            .get(LIST)
                            .body()
                            .path("next")
                            .asText()
                            .isEmpty());
            cursor = elsewhere.shop().get(LIST).body().path("next").asText();
            assertThat(orderAfter(elsewhere, cursor)).isEqualTo("o-1");
            elsewhere.stop();
        }
        assertThat(namesBeyondAscii()).isEmpty();

        try (var atHome = RunningDemo.start(folder)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(orderAfter(atHome, cursor)).isEqualTo("o-1"));
            assertThat(atHome.shop().get("/v1/orders/o-1").status()).isEqualTo(200);
            assertThat(atHome.shop()
                            .get("/v1/customers/cairo/allowance?promotion=burger-day")
                            .body()
                            .path("used")
                            .asInt())
                    .isEqualTo(3);
            atHome.stop();
        }
    }

    private static String orderAfter(RunningDemo demo, String cursor) {
        var page = demo.shop().get(LIST + "&cursor=" + cursor);
        return page.body().path("orders").path(0).path("orderId").asText();
    }

    private List<String> namesBeyondAscii() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.chars().anyMatch(c -> c > 0x7f))
                    .toList();
        }
    }
}
