package dev.quintet.local;

import dev.quintet.wire.Patience;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Writes into the metadata of a stopped node that its broker is gone, so that the next start finds it gone.
 *
 * <p>Otherwise the node takes the lead of its partitions as if it had never stopped, and loses it for a moment once the
 * old registration has expired, 9 seconds later. In that moment Kafka 4.3.1 takes every partition for deleted, and
 * declares transactions complete whose markers were never written: they stay open for ever, and so block every reader of
 * committed records. Neither does the next start wait for those 9 seconds.
 */
final class BrokerFence {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private BrokerFence() {}

    /** Fences the broker that last ran on a folder. Does nothing on a new folder. */
    static void close(Path data) {
        if (!Files.exists(data.resolve("__cluster_metadata-0"))) {
            return;
        }
        var controller = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.ofControllerAlone(data, LocalPort.free()), false), Time.SYSTEM);
        try {
            controller.startup();
            // Without it the next start would wait, and lose its partitions for a moment; with it nothing is certain.
            var wait = Patience.usual().begin("the broker to be fenced");
            while (!isFenced() && !wait.isOver()) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static boolean isFenced() {
        return gauge("FencedBrokerCount") > 0 && gauge("ActiveBrokerCount") == 0;
    }

    private static int gauge(String name) {
        try {
            var bean = new ObjectName("kafka.controller:type=KafkaController,name=" + name);
            return (int) ManagementFactory.getPlatformMBeanServer().getAttribute(bean, "Value");
        } catch (JMException e) {
            // Not there yet.
            return 0;
        }
    }
}
