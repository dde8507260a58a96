package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServingLogTest {
    private static final ViewsGeneration V2 = new ViewsGeneration("v2");

    @Test
    void rowNamesTheGeneration() {
        assertThat(after(ViewsGeneration.FIRST, "views", "v2")).isEqualTo(V2);
        assertThat(after(V2, "views", "v1")).isEqualTo(ViewsGeneration.FIRST);
    }

    @Test
    void withoutARowTheFirstIsServed() {
        assertThat(after(V2, "views", null)).isEqualTo(ViewsGeneration.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v 2", "\u0000\u0001", "abcdefghij01234567890", "{\"generation\":\"v3\"}"})
    void rowThatNamesNoneChangesNothing(String value) {
        assertThat(after(V2, "views", value)).isEqualTo(V2);
    }

    @Test
    void rowUnderAnotherKeyChangesNothing() {
        assertThat(after(V2, "orders", "v3")).isEqualTo(V2);
        assertThat(after(V2, null, "v3")).isEqualTo(V2);
    }

    private static ViewsGeneration after(ViewsGeneration before, @Nullable String key, @Nullable String value) {
        return ServingLog.after(before, new ConsumerRecord<>(Topics.VIEWS_SERVING, 0, 0, key, value));
    }
}
