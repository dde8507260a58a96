package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleanMarkerTest {
    @TempDir
    private Path folder;

    private CleanMarker marker(String layout) {
        return new CleanMarker(folder.resolve("state"), "quintet-orders", layout);
    }

    @Test
    void stateThatWasNeverClosedIsNotClean() {
        assertThat(marker("BROKER").take()).isFalse();
    }

    @Test
    void stateThatWasClosedIsCleanOnce() {
        marker("BROKER").set();
        assertThat(marker("BROKER").take()).isTrue();
        assertThat(marker("BROKER").take()).isFalse();
    }

    @Test
    void stateOfAnotherLayoutIsNotClean() {
        marker("BROKER").set();
        assertThat(marker("EVENT").take()).isFalse();
    }
}
