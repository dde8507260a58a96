package dev.quintet.http;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real browser, the one that this machine has. Every page is watched: what a script throws or logs as an error is kept,
 * but for answers that are no success, which the browser logs by itself.
 */
final class Chromium implements AutoCloseable {
    private static final String REQUIRED = "quintet.browser.required";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setExecutablePath(executable)
                // Containers have no user namespaces, and tests see only pages of ours.
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--no-first-run"));
        browser = playwright.chromium().launch(options);
    }

    /** Starts it. Without a browser the tests of the calling class are skipped, unless {@value #REQUIRED} is set. */
    static Chromium start() {
        var executable = find();
        if (executable == null) {
            var message = "There is no Chromium on the PATH; .ci/browser installs it on Debian";
            if (Boolean.getBoolean(REQUIRED)) {
                fail(message);
            }
            System.err.println(message + ". The pages are NOT tested");
            abort(message);
            throw new IllegalStateException("abort and fail throw");
        }
        return new Chromium(executable);
    }

    private static @Nullable Path find() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** A page as somebody sees it who was never here. */
    Page open(String address, int width, int height, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            errors.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(address);
        return page;
    }

    Page open(String address) {
        return open(address, 1280, 900, ColorScheme.LIGHT);
    }

    /** What went wrong in the pages so far. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
