package dev.quintet.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators see and do. */
final class OperationsPageIT extends PagesOfADemo {
    /** Closes an element and opens a script, in every way that a page may take a text. */
    private static final String SCRIPT = "\"'></td><img src=x onerror=alert(1)><script>alert(1)</script>";

    @Test
    void orderIsFoundWithItsVerdictAndItsStory() {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");

        // when
        var page = browser.open(at("/ops"));
        find(page, orderId);

        // then
        var found = page.getByLabel("Order " + orderId);
        assertThat(found).containsText("Accepted. 1 of 5 orders were used.");
        assertThat(found.getByText("Order accepted")).isVisible();
        assertThat(found.getByText("Order completed")).isVisible();

        // and by its customer
        find(page, customerId);
        assertThat(page.getByLabel("Customer " + customerId)).containsText("1 of 5 used under burger-day");
        assertThat(page.getByLabel("Customer " + customerId)).containsText(orderId);
        find(page, "no-such");
        assertThat(page.getByText("There is no order and no customer with orders called no-such."))
                .isVisible();
    }

    @Test
    void refusedOrderIsExplained() {
        introduce();
        for (int i = 0; i < 5; i++) {
            order(orderId + "-" + i, "tok_ok");
        }
        order("tok_ok");

        var page = browser.open(at("/ops"));
        find(page, orderId);

        assertThat(page.locator("#rate-chart .u-legend")).containsText("limit reached");
        var found = page.getByLabel("Order " + orderId);
        assertThat(found).containsText("Refused, limit reached");
        assertThat(found).containsText("The same order passes from");
        assertThat(button(page, orderId + "-4")).isVisible();
    }

    @Test
    void orderThatGetsNoFurtherIsHelpedOnByAnOperator() {
        // given an order whose payment nobody answers
        introduce();
        order("tok_timeout");
        var page = browser.open(at("/ops"));
        find(page, orderId);
        assertThat(page.getByLabel("Order " + orderId)).containsText("Authorize payment: sent");

        // when
        button(page, "Undo the order: Authorize payment of " + orderId).click();
        text(page, "Your name").fill("olga");
        text(page, "Why").fill("the provider is down");
        button(page, "Do it").click();

        // then
        awaitStatus("CANCELLED");
        find(page, orderId);
        assertThat(page.getByLabel("Order " + orderId))
                .containsText(Pattern.compile("Operator acted.*the provider is down.*olga"));
    }

    @Test
    void whatHappensAndWhatRunsIsShown() {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");

        var page = browser.open(at("/ops"));

        assertThat(page.getByText("This pod is up")).isVisible();
        assertThat(region(page, "Sagas by step")).containsText("Reserve stock");
        assertThat(region(page, "Stock")).containsText("akaso-2");
        assertThat(region(page, "Most wanted this hour")).containsText("classic");
        assertThat(region(page, "Who reads what, and how far behind")).containsText("quintet-views");
        assertThat(page.getByLabel("Services and topics")).containsText("order.events");
        choice(page, "Show").selectOption("orders");
        assertThat(page.getByLabel("Nodes of orders")).containsText("limit-slots");
        assertThat(page.locator("#rate-chart canvas")).isVisible();
    }

    @Test
    void textFromOutsideIsShownAsTextAndNeverRuns() {
        // given a script in every field that somebody else can fill
        var json = SCRIPT.replace("\"", "\\\"");
        http.put("/v1/menu/script", """
                {"name":"%s","price":{"amountMinor":100,"currency":"EUR"}}""".formatted(json));
        http.put("/v1/promotions/z-script", """
                {"name":"%s","discountPercent":10,"limits":[{"max":5,"unit":"ORDERS","window":"ROLLING(24h)"}]}""".formatted(json));
        http.put("/v1/customers/" + customerId, """
                {"name":"%s","email":"a@example.com","address":"%s","region":"%s"}""".formatted(json, json, json));
        introduce();
        order("tok_timeout");
        http.postTo(
                path("/operator"),
                "{\"action\":\"COMPENSATE\",\"reason\":\"%s\"}".formatted(json),
                "Quintet-Operator",
                "olga");
        awaitStatus("CANCELLED");

        // when
        var shop = browser.open(at("/?promotion=z-script"));
        var operations = browser.open(at("/ops"));
        find(operations, orderId);

        // then
        assertThat(shop.locator("#menu")).containsText(SCRIPT);
        assertThat(shop.locator("h1")).hasText(SCRIPT);
        assertThat(operations.getByLabel("Order " + orderId)).containsText(SCRIPT);
        find(operations, SCRIPT.substring(0, 60));
        assertThat(operations.getByText("1 to 64 of")).isVisible();
        assertThat(shop.locator("img[src=x]")).hasCount(0);
        assertThat(operations.locator("img[src=x]")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingStandsInTheWayOfAnybody(ColorScheme colours) {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");
        var page = browser.open(at("/ops"), 360, 740, colours);
        find(page, orderId);
        assertThat(page.getByLabel("Order " + orderId)).isVisible();
        assertThat(page.getByLabel("Services and topics")).isAttached();

        assertOpenToAnybody(page);
    }

    private static void find(Page page, String id) {
        text(page, "Order id or customer id").fill(id);
        button(page, "Find").click();
    }
}
