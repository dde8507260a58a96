package dev.quintet.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of the pages that the docs show, into the folder that {@code quintet.pictures} names. Takes minutes,
 * because an order calls for an operator only after its step failed again and again.
 */
@EnabledIfSystemProperty(named = "quintet.pictures", matches = ".+")
final class PagePicturesIT extends PagesOfADemo {
    private static final Path FOLDER = Path.of(System.getProperty("quintet.pictures", "target/pictures"));
    private static final SplittableRandom RANDOM = new SplittableRandom(1);
    private static final Duration CALL_FOR_AN_OPERATOR = Duration.ofMinutes(5);

    @Test
    void pagesInLightAndDarkWideAndNarrow() {
        // given an order that is stuck, because its payment was taken for held and is not
        introduce();
        order("tok_timeout");
        http.postTo(
                path("/operator"), "{\"action\":\"SKIP\",\"step\":\"authorize-payment\",\"reason\":\"it is held\"}");
        var payments = List.of("tok_ok", "tok_ok", "tok_flaky", "tok_declined", "tok_timeout", "tok_slow");
        var placed = new AtomicInteger();
        await().atMost(CALL_FOR_AN_OPERATOR).until(() -> {
            somebodyOrders(payments.get(placed.getAndIncrement() % payments.size()));
            return http.send("GET", path("")).text("status").equals("NEEDS_OPERATOR");
        });

        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            takeBoth(colours, 1280, 900, "wide");
            takeBoth(colours, 390, 844, "narrow");
        }

        // then it can be repaired from the list
        var page = browser.open(at("/ops"));
        button(page, "Take as done: Capture payment of " + orderId).click();
        text(page, "Your name").fill("olga");
        text(page, "Why").fill("paid in cash");
        button(page, "Do it").click();
        awaitStatus("COMPLETED");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(orderId)))
                .hasCount(0);
    }

    private void takeBoth(ColorScheme colours, int width, int height, String name) {
        var suffix = "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + name + ".png";
        var shop = browser.open(at("/"), width, height, colours);
        for (int i = 0; i < 2; i++) {
            orderOn(shop);
        }
        assertThat(shop.getByText("Completed").first()).isVisible();
        take(shop, "shop" + suffix);
        var operations = browser.open(at("/ops"), width, height, colours);
        text(operations, "Order id or customer id").fill(orderId);
        button(operations, "Find").click();
        assertThat(operations.getByLabel("Order " + orderId)).isVisible();
        assertThat(operations.getByLabel("Services and topics")).isAttached();
        for (int i = 0; i < 60; i++) {
            // The chart of the present needs some of it.
            operations.waitForTimeout(150);
            somebodyOrders(i % 5 == 0 ? "tok_declined" : "tok_ok");
        }
        take(operations, "operations" + suffix);
    }

    private static void somebodyOrders(String payment) {
        var customer = "c-" + RANDOM.nextInt(30);
        http.put("/v1/customers/" + customer, """
                {"name":"A customer","email":"somebody@example.com","address":"1 Main Street","region":"north"}""");
        judged(body("o-" + UUID.randomUUID(), customer, payment));
    }

    private static void take(Page page, String name) {
        var _ = page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
    }
}
