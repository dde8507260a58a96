package dev.quintet.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The pages of a whole system in a real browser. */
abstract class PagesOfADemo extends CustomerOfADemo {
    private static final double PATIENCE_MILLIS = PATIENCE.toMillis();

    @SuppressWarnings("NullAway.Init")
    static Chromium browser;

    @BeforeAll
    static void startBrowser() {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = Chromium.start();
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(browser.errors()).isEmpty();
    }

    static String at(String path) {
        return http.at(path).toString();
    }

    static Locator button(Page page, String name) {
        return called(page, AriaRole.BUTTON, name);
    }

    static Locator region(Page page, String name) {
        return called(page, AriaRole.REGION, name);
    }

    static Locator choice(Page page, String name) {
        return called(page, AriaRole.COMBOBOX, name);
    }

    static Locator text(Page page, String name) {
        return called(page, AriaRole.TEXTBOX, name);
    }

    /** As those find it who do not see it. */
    private static Locator called(Page page, AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Those who do not see it, or use no mouse, or hold a phone. */
    static void assertOpenToAnybody(Page page) {
        assertThat(Accessibility.problems(page)).isEmpty();
        assertThat(tooWide(page)).isEmpty();
    }

    /** What stands out of the page on its right. */
    @SuppressWarnings("unchecked")
    private static List<String> tooWide(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
                  .map(element => element.outerHTML.slice(0, 120))""");
    }

    /** Somebody becomes a customer on the page. */
    void introduceOn(Page page) {
        choice(page, "Customer").selectOption("somebody new …");
        text(page, "Id").fill(customerId);
        text(page, "Name").fill("A customer");
        text(page, "Mail address").fill("somebody@example.com");
        text(page, "Street and town").fill("1 Main Street");
        button(page, "Save").click();
        assertThat(page.getByText("Welcome, A customer")).isVisible();
    }

    /** Presses order and waits for the answer, which comes as the next message in the corner. */
    static void orderOn(Page page) {
        button(page, "Order").click();
        assertThat(button(page, "Order")).isEnabled();
    }
}
