package dev.quintet.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The logs of a broker that ran in another language. */
final class LogDigitsTest {
    @TempDir
    private Path data;

    @Test
    @EnabledIfSystemProperty(
            named = "sun.jnu.encoding",
            matches = "UTF-8",
            disabledReason = "no such names can be written")
    void logsAreFoundUnderTheUsualDigits() throws Exception {
        var topic = Files.createDirectories(data.resolve("order.events-0"));
        Files.writeString(topic.resolve("٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠١٢.log"), "facts");
        Files.writeString(data.resolve("meta.properties"), "version=1");

        LogDigits.makeUsual(data);

        assertThat(topic.resolve("00000000000000000012.log")).hasContent("facts");
        try (var files = Files.list(topic)) {
            assertThat(files).hasSize(1);
        }
        assertThat(data.resolve("meta.properties")).hasContent("version=1");
    }
}
