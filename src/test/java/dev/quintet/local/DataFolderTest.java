package dev.quintet.local;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that a broker could not use is refused before anything is made in it. */
final class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aCommaInThePathIsNamed() {
        assertThatExceptionOfType(LocalStartException.class)
                .isThrownBy(() -> DataFolder.hold(folder.resolve("burgers,fries")))
                .withMessageContaining("burgers,fries")
                .withMessageContaining("comma")
                .withMessageContaining("--data");
    }
}
