package dev.quintet.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The settings of a Kafka node that is its own controller and keeps the only copy of everything. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("log.dirs", folder.toString());
        settings.putAll(listeners(port, controllerPort));
        settings.putAll(onlyCopy());
        settings.putAll(neverLeaderless());
        settings.putAll(responsive());
        settings.putAll(frugal());
        return settings;
    }

    /** The settings of the controller alone, which takes a broker that says nothing for gone at once. */
    static Map<String, String> ofControllerAlone(Path folder, int controllerPort) {
        return Map.of(
                "log.dirs",
                folder.toString(),
                "process.roles",
                "controller",
                "node.id",
                String.valueOf(NODE_ID),
                "listeners",
                CONTROLLER + "://" + LocalPort.HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT",
                "controller.quorum.voters",
                NODE_ID + "@" + LocalPort.HOST + ":" + controllerPort,
                "broker.session.timeout.ms",
                "50",
                "broker.heartbeat.interval.ms",
                "10");
    }

    private static Map<String, String> listeners(int port, int controllerPort) {
        var client = "PLAINTEXT://" + LocalPort.HOST + ":" + port;
        var controller = CONTROLLER + "://" + LocalPort.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "listeners",
                client + "," + controller,
                "advertised.listeners",
                client,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                // The voter is known by its id, so the port may be another at the next start.
                "controller.quorum.voters",
                NODE_ID + "@" + LocalPort.HOST + ":" + controllerPort);
    }

    private static Map<String, String> onlyCopy() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** While nobody leads a partition, Kafka 4.3.1 takes it for deleted and loses transactions, see {@link BrokerFence}. */
    private static Map<String, String> neverLeaderless() {
        return Map.of(
                // There is nobody to hand over to when it stops.
                "controlled.shutdown.enable",
                "false",
                // A machine that slept must not wake up to find its only broker given up.
                "broker.session.timeout.ms",
                String.valueOf(Duration.ofDays(20).toMillis()));
    }

    private static Map<String, String> responsive() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "2000",
                // The transactions of a killed process block readers until the broker has seen them time out.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                // A demo may rest for months; it must not read its topics from the start afterwards.
                "offsets.retention.minutes", String.valueOf(366 * 24 * 60));
    }

    private static Map<String, String> frugal() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                // The default takes 128 MB of heap.
                "log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
    }
}
