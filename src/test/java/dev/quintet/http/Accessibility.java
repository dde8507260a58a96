package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What axe-core finds wrong with a page, by the rules of WCAG 2.2 A and AA and its own of good practice. */
final class Accessibility {
    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .flatMap(({id, help, nodes}) => nodes.map(node => `${id}: ${help}: ${node.html}`))""";

    private Accessibility() {}

    @SuppressWarnings("unchecked")
    static List<String> problems(Page page) {
        var _ = page.evaluate(axe());
        return (List<String>) page.evaluate(RUN);
    }

    private static String axe() {
        try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
