package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.harness.Promotions;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts name the version of the policy that they used, so no two policies may share one. */
final class PromotionVersionsIT {
    private static final int EACH = 5;

    @TempDir
    private Path folder;

    @Test
    void podsThatPublishAtOnceGiveEachPolicyItsOwnVersion() throws Exception {
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder, 0);
                var pool = Executors.newFixedThreadPool(2)) {
            Map<String, Object> clients = Map.of("bootstrap.servers", broker.bootstrap());
            try (var admin = Admin.create(clients)) {
                admin.createTopics(List.of(new NewTopic(Topics.PROMOTIONS, 1, (short) 1)))
                        .all()
                        .get();
            }
            Callable<List<Long>> pod = () -> publish(clients, new WireSerdes(registry.configs()));
            var versions = new ArrayList<Long>();
            for (var published : pool.invokeAll(List.of(pod, pod))) {
                versions.addAll(published.get());
            }
            assertThat(versions).hasSize(2 * EACH).doesNotHaveDuplicates();
        }
    }

    private static List<Long> publish(Map<String, Object> clients, WireSerdes serdes) throws InterruptedException {
        try (var publisher = ReferencePublisher.open(clients, serdes, new AllSeen())) {
            var versions = new ArrayList<Long>();
            while (versions.size() < EACH) {
                try {
                    versions.add(publisher.publish(Promotions.fiveADay()).version());
                } catch (IntakeUnavailableException _) {
                    // On a machine that is very busy: a client would ask again, too.
                }
            }
            return versions;
        }
    }

    /** A pod that has read everything back, so that publishing waits for nothing. */
    private static final class AllSeen implements ReferenceData {
        @Override
        public @Nullable Promotion promotion(String promotionId) {
            return Promotions.fiveADay().withVersion(Long.MAX_VALUE);
        }

        @Override
        public @Nullable MenuItem item(String itemId) {
            return null;
        }
    }
}
