package dev.quintet.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Commits now, because somebody waits, instead of at the end of the interval.
 *
 * <p>But only for what has just come: Kafka Streams takes few records between commits that follow one another, and would
 * work off a crowd one by one. Who comes during a commit shares the next one, so a rush slows itself down to what the
 * broker can do.
 */
final class PromptCommit {
    /** A few commits long: what waited longer stands behind a crowd, and shares the commits of the interval. */
    static final Duration JUST_COME = Duration.ofMillis(100);

    /**
     * So far may the broker's clock be ahead of ours, as clocks that are set over the network are. What seems to come from
     * further ahead tells nothing of how long it waited.
     */
    static final Duration AHEAD_MAX = Duration.ofSeconds(1);

    private final ProcessorContext<?, ?> context;

    PromptCommit(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Asks for a commit for a record that came at an instant, in epoch milliseconds. */
    void forRecordOf(long timestamp) {
        long age = context.currentSystemTimeMs() - timestamp;
        if (age >= -AHEAD_MAX.toMillis() && age < JUST_COME.toMillis()) {
            context.commit();
        }
    }
}
