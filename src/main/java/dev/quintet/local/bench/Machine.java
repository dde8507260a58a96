package dev.quintet.local.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were measured on. */
record Machine(
        Instant measuredAt,
        int cores,
        String system,
        String jvm,
        String kafka,
        String brokerHeap,
        String appHeap,
        String durability) {

    static Machine here() {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                AppInfoParser.getVersion(),
                BenchPlatform.BROKER_HEAP,
                BenchPlatform.APP_HEAP,
                "replication factor 1, no fsync for each record");
    }
}
