package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has just come is committed at once, even when the broker's clock and ours differ a little. */
final class PromptCommitTest {
    private static final long NOW = 1_800_000_000_000L;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "99, true",
        "100, false",
        "60000, false",
        // The broker's clock is ahead.
        "-1, true",
        "-7, true",
        "-1000, true",
        "-1001, false",
        "-300000, false"
    })
    void aRecordThatIsSoManyMillisecondsOld(long age, boolean atOnce) {
        context.setCurrentSystemTimeMs(NOW);
        new PromptCommit(context).forRecordOf(NOW - age);
        assertThat(context.committed()).isEqualTo(atOnce);
    }
}
