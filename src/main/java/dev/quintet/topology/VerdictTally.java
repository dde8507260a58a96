package dev.quintet.topology;

import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Counts verdicts by reason; answers to orders that were judged before are counted apart, so that none counts twice. */
final class VerdictTally {
    private static final String ACCEPTED = "ACCEPTED";

    private final Tally judged;
    private final Tally repeated;

    VerdictTally(ProcessorContext<?, ?> context) {
        judged = tally(context, "verdicts-total", "Orders that were judged, by reason; ACCEPTED for those that stand");
        repeated = tally(
                context, "repeated-verdicts-total", "Orders that came again and got their verdict again, by reason");
    }

    private static Tally tally(ProcessorContext<?, ?> context, String name, String help) {
        var refusals = Stream.of(RefusalReason.values()).map(RefusalReason::name);
        List<String> reasons = Stream.concat(Stream.of(ACCEPTED), refusals).toList();
        return new Tally(context, name, help, "reason", reasons);
    }

    void count(Verdict verdict) {
        var reason = verdict.reason();
        (verdict.duplicate() ? repeated : judged).count(reason == null ? ACCEPTED : reason.name());
    }
}
