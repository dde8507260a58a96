package dev.quintet.domain.saga;

import dev.quintet.harness.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SagaDocsTest {
    @Test
    void pageSaysWhatTheOrchestratorDoes() throws IOException {
        Golden.assertUpToDate(Path.of("topology-docs", "saga.md"), SagaDocs.page());
    }
}
