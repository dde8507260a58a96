package dev.quintet.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The figures of the read side for programs. */
final class ReadJson {
    private ReadJson() {}

    static void add(ObjectNode root, ReadResult result) {
        addReads(root, result);
        addVisible(root, result);
        addStreams(root, result);
        var share = result.share();
        if (share == null) {
            root.putNull("viewsShare");
            return;
        }
        root.putObject("viewsShare")
                .put("cpuMicrosPerOrderWithout", share.without().cpuMicrosPerRecord())
                .put("cpuMicrosPerOrderWith", share.with().cpuMicrosPerRecord())
                .put("viewsCpuMicrosPerOrder", share.viewsMicros())
                .put("addedPercent", share.percent())
                .put("violation", share.violation());
    }

    private static void addReads(ObjectNode root, ReadResult result) {
        var reads = result.reads();
        if (reads == null) {
            root.putNull("reads");
            return;
        }
        var node = root.putObject("reads")
                .put("orders", reads.orders())
                .put("connections", reads.connections())
                .put("requests", reads.cost().records())
                .put("requestsPerSecond", reads.cost().recordsPerSecond())
                .put("serverCpuMicrosPerRequest", reads.cost().appMicrosPerRecord())
                .put("loadCpuMicrosPerRequest", reads.loadMicros())
                .put("othersCores", reads.cost().othersCores());
        BenchJson.add(node, reads.waited());
        node.put("violation", reads.violation());
    }

    private static void addVisible(ObjectNode root, ReadResult result) {
        var visible = result.visible();
        if (visible == null) {
            root.putNull("visible");
            return;
        }
        var node = root.putObject("visible")
                .put("ordersPerSecond", visible.ordersPerSecond())
                .put("endedPerSecond", visible.cost().recordsPerSecond())
                .put("orders", visible.orders())
                .put("facts", visible.facts())
                .put("cpuMicrosPerOrder", visible.cost().cpuMicrosPerRecord())
                .put("othersCores", visible.cost().othersCores());
        BenchJson.add(node, visible.waited());
        node.put("violation", visible.violation());
    }

    private static void addStreams(ObjectNode root, ReadResult result) {
        var streams = result.streams();
        if (streams == null) {
            root.putNull("streams");
            return;
        }
        var node = root.putObject("streams")
                .put("streams", streams.streams())
                .put("ordersPerSecond", streams.ordersPerSecond())
                .put("events", streams.events())
                .put("residentMegabytes", streams.residentMegabytes())
                .put("heap", streams.heap())
                .put("viewsCpuMicrosPerOrder", streams.cost().appMicrosPerRecord())
                .put("othersCores", streams.cost().othersCores());
        BenchJson.add(node, streams.lag());
        node.put("violation", streams.violation());
    }
}
