package dev.quintet.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.quintet.domain.order.MinorUnits;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who opens the shop for the first time. */
final class ShopPageIT extends PagesOfADemo {
    @Test
    void newCustomerOrdersSixTimesSeesWhyTheSixthIsRefusedAndWatchesOneToItsEnd() {
        var page = browser.open(at("/"));
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Burger day");
        introduceOn(page);
        var allowance = allowance(page);
        assertThat(allowance).containsText("0 of 5 orders used");

        // when
        for (int i = 1; i <= 5; i++) {
            orderOn(page);
            assertThat(allowance).containsText(i + " of 5 orders used");
        }
        orderOn(page);

        // then
        assertThat(page.getByText("Refused: the limit is reached")).isVisible();
        assertThat(allowance).containsText(Pattern.compile("5 of 5 orders used — next slot at .*, in 2[34] h"));
        var orders = region(page, "Your orders");
        assertThat(orders.getByText("Completed", exactly())).hasCount(5);
        assertThat(orders.getByText("Refused", exactly())).hasCount(1);
        assertThat(orders.getByText("Dispatch delivery: succeeded")).hasCount(5);
        var mail = orders.getByText("Mail to somebody@example.com, sent at");
        assertThat(mail).hasCount(5);
        mail.first().click();
        assertThat(orders.getByText("Hello A customer").first()).isVisible();
    }

    @Test
    void orderIsCancelledOnThePageAndItsSlotIsFreeAgain() {
        var page = browser.open(at("/"));
        introduceOn(page);
        choice(page, "Pay with").selectOption("a bank that never answers");
        orderOn(page);
        var allowance = allowance(page);
        assertThat(allowance).containsText("1 of 5 orders used");

        // when
        var orders = region(page, "Your orders");
        orders.getByText("Cancel", exactly()).click();

        // then
        assertThat(orders.getByText("Cancelled", exactly())).isVisible();
        assertThat(orders.getByText("Cancelled by customer")).isVisible();
        assertThat(allowance).containsText("0 of 5 orders used");
    }

    @Test
    void shopIsUsedWithTheKeyboardAlone() {
        var page = browser.open(at("/"));
        introduceOn(page);
        page.getByLabel("One more Classic burger").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Total €5.64")).isVisible();

        // when
        button(page, "Order").focus();
        page.keyboard().press("Space");

        // then
        assertThat(region(page, "Your orders").getByText("1 × cheese, 1 × classic"))
                .isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "HUF", "JPY", "KWD", "CLF"})
    void pageShowsAnAmountWithTheDigitsThatTheMailHas(String currency) {
        var page = browser.open(at("/"));

        var shown = page.evaluate(
                "async (currency) => (await import('/web/format.js')).money({ amountMinor: 123456, currency })",
                currency);

        assertThat(String.valueOf(shown).replaceAll("[^0-9.]", "")).isEqualTo(MinorUnits.plain(123_456, currency));
    }

    private static Locator allowance(Page page) {
        return page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Your allowance"));
    }

    private static GetByTextOptions exactly() {
        return new GetByTextOptions().setExact(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingStandsInTheWayOfAnybody(ColorScheme colours) {
        introduce();
        var page = browser.open(at("/"), 360, 740, colours);
        introduceOn(page);
        orderOn(page);
        assertThat(region(page, "Your orders").getByText("Completed", exactly()))
                .isVisible();

        assertOpenToAnybody(page);
    }
}
