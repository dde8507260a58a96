package dev.quintet.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The figures of sagas for programs. */
final class SagaJson {
    private SagaJson() {}

    static void add(ObjectNode root, SagaResult result) {
        var sagas = root.putArray("sagas");
        result.outcomes().forEach(outcome -> add(sagas.addObject(), outcome));
        var confirmations = root.putArray("confirmations");
        result.confirmations().forEach(confirmation -> add(confirmations.addObject(), confirmation));
        var open = result.open();
        if (open == null) {
            root.putNull("openSagas");
            return;
        }
        root.putObject("openSagas")
                .put("sagas", open.sagas())
                .put("restoreSeconds", open.restoreSeconds())
                .put("restartSeconds", open.restartSeconds())
                .put("punctuationMillis", open.punctuationMillis())
                .put("punctuationMaxMillis", open.punctuationMaxMillis())
                .put("violation", open.violation());
    }

    private static void add(ObjectNode node, SagaFigures outcome) {
        node.put("step", outcome.step())
                .put("orders", outcome.orders())
                .put("completed", outcome.completed())
                .put("refused", outcome.refused())
                .put("cancelled", outcome.cancelled())
                .put("sentAgain", outcome.sentAgain())
                .put("secondsToLastEnd", outcome.secondsToLastEnd())
                .put("violation", outcome.violation());
        var cost = outcome.cost();
        if (cost != null) {
            node.put("hopsPerOrder", cost.hops())
                    .put("outputsPerOrder", cost.outputs())
                    .put("stateWritesPerOrder", cost.stateWrites())
                    .put("markersPerOrder", cost.markers());
            cost.recordsByTopic().forEach(node.putObject("recordsPerOrder")::put);
        }
    }

    private static void add(ObjectNode node, Confirmation confirmation) {
        node.put("step", confirmation.step())
                .put("ordersPerSecond", confirmation.ordersPerSecond())
                .put("confirmed", confirmation.confirmed())
                .put("brokerCpuMicrosPerOrder", confirmation.cost().brokerMicrosPerRecord())
                .put("appCpuMicrosPerOrder", confirmation.cost().appMicrosPerRecord())
                .put("othersCores", confirmation.cost().othersCores());
        BenchJson.add(node, confirmation.waited());
        node.put("violation", confirmation.violation());
        confirmation.answers().forEach(node.putObject("answers")::put);
    }
}
