package dev.quintet.verb;

import dev.quintet.http.OrderIntake;
import dev.quintet.mail.DispatchCounts;
import dev.quintet.mail.OutboxDispatcher;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.operations.metrics.ProcessMetrics;
import java.util.function.ToDoubleFunction;

/** What the parts of a process measure: its Kafka Streams applications, and its own clients. */
final class OwnClients {
    private static final String HTTP = "quintet-http";
    private static final String DISPATCH = "quintet-notification-dispatch";

    private OwnClients() {}

    static void addTo(ProcessMetrics metrics, StreamsRunner runner) {
        metrics.addClient(runner.applicationId(), runner::metrics);
        metrics.addRestore(runner.applicationId(), runner::restoreRemaining);
    }

    static void addTo(ProcessMetrics metrics, OrderIntake intake) {
        metrics.addClient(HTTP, intake::producerMetrics);
        metrics.addClient(HTTP, intake::consumerMetrics);
    }

    static void addTo(ProcessMetrics metrics, OutboxDispatcher dispatcher) {
        metrics.addClient(DISPATCH, dispatcher::metrics);
        metrics.addLag(DISPATCH, dispatcher::lag);
        addMessages(metrics, dispatcher.counts(), "sent", DispatchCounts::sentCount);
        addMessages(metrics, dispatcher.counts(), "refused", DispatchCounts::refusedCount);
        addMessages(metrics, dispatcher.counts(), "postponed", DispatchCounts::postponedCount);
    }

    private static void addMessages(
            ProcessMetrics metrics, DispatchCounts counts, String outcome, ToDoubleFunction<DispatchCounts> count) {
        metrics.addCounter(
                "quintet_messages", "Messages to customers, by what became of them", "outcome", outcome, counts, count);
    }
}
