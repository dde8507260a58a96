package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class RestoreProgressTest {
    private static final TopicPartition FIRST = new TopicPartition("slots-changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("slots-changelog", 1);

    private final RestoreProgress progress = new RestoreProgress();

    @Test
    void storeHasLeftWhatItsPartitionsHaveLeft() {
        progress.onRestoreStart(FIRST, "slots", 100, 1_100);
        progress.onRestoreStart(SECOND, "slots", 0, 50);
        assertThat(progress.remaining()).isEqualTo(Map.of("slots", 1_050L));

        progress.onBatchRestored(FIRST, "slots", 599, 480);
        assertThat(progress.remaining()).isEqualTo(Map.of("slots", 550L));

        progress.onRestoreEnd(FIRST, "slots", 980);
        progress.onRestoreSuspended(SECOND, "slots", 0);
        assertThat(progress.remaining()).isEqualTo(Map.of("slots", 0L));
    }

    @Test
    void storeWithNothingToReadIsWhole() {
        progress.onRestoreStart(FIRST, "slots", 7, 7);

        assertThat(progress.remaining()).isEqualTo(Map.of("slots", 0L));
    }
}
