package dev.quintet.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quintet.domain.order.Timestamps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures for programs. topology-docs/bench.md describes every field; they are added to, never renamed. */
public final class BenchJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private BenchJson() {}

    public static String of(BenchResult result) {
        var root = JSON.createObjectNode();
        addMachine(root.putObject("machine"), result.machine());
        for (var step : result.steps()) {
            addStep(root.withArray("/steps").addObject(), result, step);
        }
        for (var proof : result.proofs()) {
            addProof(root.withArray("/proofs").addObject(), proof);
        }
        addLatency(root, result.latency());
        SagaJson.add(root, result.sagas());
        ReadJson.add(root, result.reads());
        var targets = root.putArray("targets");
        for (var target : result.targets()) {
            targets.addObject()
                    .put("what", target.what())
                    .put("reached", target.reached())
                    .put("bound", target.bound().name().toLowerCase(Locale.ROOT))
                    .put("limit", target.limit())
                    .put("met", target.isMet());
        }
        result.complaints().forEach(root.putArray("complaints")::add);
        result.violations().forEach(root.putArray("violations")::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addMachine(ObjectNode node, Machine machine) {
        node.put("measuredAt", Timestamps.text(machine.measuredAt()))
                .put("cores", machine.cores())
                .put("system", machine.system())
                .put("jvm", machine.jvm())
                .put("kafka", machine.kafka())
                .put("brokerHeap", machine.brokerHeap())
                .put("appHeap", machine.appHeap())
                .put("durability", machine.durability());
    }

    private static void addStep(ObjectNode node, BenchResult result, StepFigures step) {
        node.put("step", step.step())
                .put("records", step.records())
                .put("recordsPerSecond", step.recordsPerSecond())
                .put("brokerCpuMicrosPerRecord", step.brokerMicrosPerRecord())
                .put("appCpuMicrosPerRecord", step.appMicrosPerRecord())
                .put("cpuMicrosPerRecord", step.cpuMicrosPerRecord())
                .put("cpuRatio", result.cpuRatio(step))
                .put("rateRatio", result.rateRatio(step))
                .put("othersCores", step.othersCores());
    }

    private static void addProof(ObjectNode node, ProofFigures proof) {
        node.put("step", proof.step())
                .put("orders", proof.orders())
                .put("customers", proof.customers())
                .put("accepted", proof.accepted())
                .put("refused", proof.refused())
                .put("violation", proof.violation());
    }

    private static void addLatency(ObjectNode root, @Nullable Latency latency) {
        if (latency == null) {
            root.putNull("latency");
            return;
        }
        var node = root.putObject("latency")
                .put("ordersPerSecond", latency.ordersPerSecond())
                .put("answered", latency.answered());
        add(node, latency.waited());
        node.put("violation", latency.violation());
        latency.answers().forEach(node.putObject("answers")::put);
    }

    static void add(ObjectNode node, Percentiles waited) {
        node.put("p50Millis", waited.p50Millis())
                .put("p90Millis", waited.p90Millis())
                .put("p99Millis", waited.p99Millis())
                .put("maxMillis", waited.maxMillis());
    }
}
