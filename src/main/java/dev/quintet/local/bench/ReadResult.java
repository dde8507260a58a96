package dev.quintet.local.bench;

import static dev.quintet.local.bench.Target.Bound.AT_LEAST;
import static dev.quintet.local.bench.Target.Bound.AT_MOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the read side; what was not measured is null.
 *
 * @param share what the views add to the CPU of an order
 */
record ReadResult(
        @Nullable ReadFigures reads,
        @Nullable VisibleFigures visible,
        @Nullable StreamFigures streams,
        @Nullable ViewsShare share) {
    static final ReadResult NONE = new ReadResult(null, null, null, null);

    /** What each step cost, but for those that are among the steps anyway. */
    List<StepFigures> costs() {
        return Stream.of(
                        reads == null ? null : reads.cost(),
                        visible == null ? null : visible.cost(),
                        streams == null ? null : streams.cost())
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> violations() {
        var violations = new ArrayList<String>();
        add(violations, "reads", reads == null ? null : reads.violation());
        add(violations, "visible", visible == null ? null : visible.violation());
        add(violations, "streams", streams == null ? null : streams.violation());
        add(violations, "views", share == null ? null : share.violation());
        return violations;
    }

    List<Target> targets() {
        var targets = new ArrayList<Target>();
        if (reads != null) {
            targets.add(new Target("GET of an order, requests/s", reads.cost().recordsPerSecond(), AT_LEAST, 15_000));
            targets.add(new Target("GET of an order, p99 ms", reads.waited().p99Millis(), AT_MOST, 10));
        }
        if (visible != null) {
            targets.add(new Target(
                    "commit of a fact to its answer, p99 ms", visible.waited().p99Millis(), AT_MOST, 150));
        }
        if (streams != null) {
            targets.add(new Target("lag of a stream, max ms", streams.lag().maxMillis(), AT_MOST, 1_000));
            if (streams.residentMegabytes() != null) {
                targets.add(new Target(
                        "memory with " + streams.streams() + " streams, MB",
                        streams.residentMegabytes(),
                        AT_MOST,
                        600));
            }
        }
        if (share != null) {
            targets.add(new Target("CPU that the views add to an order, %", share.percent(), AT_MOST, 35));
        }
        return targets;
    }

    List<String> inWords() {
        return Stream.of(
                        reads == null ? null : reads.inWords(),
                        visible == null ? null : visible.inWords(),
                        streams == null ? null : streams.inWords(),
                        share == null ? null : share.inWords())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void add(List<String> violations, String part, @Nullable String violation) {
        if (violation != null) {
            violations.add(part + ": " + violation);
        }
    }
}
