package dev.quintet.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated document under version control. A change of it is reviewed as a diff. */
public final class Golden {
    private Golden() {}

    /** The file holds what the code gives; {@code -Dgolden=write} makes it so. */
    public static void assertUpToDate(Path file, String content) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as(
                        "%s differs from the code. When that is meant, run the test with -Dgolden=write and commit it",
                        file)
                .exists()
                .hasContent(content);
    }
}
