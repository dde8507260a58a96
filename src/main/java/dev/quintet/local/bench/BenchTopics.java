package dev.quintet.local.bench;

import dev.quintet.local.DemoData;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Empty topics for each step, so that no step reads or compacts what another left. */
final class BenchTopics {
    static final String PASSED_THROUGH = "bench.passed-through";

    private BenchTopics() {}

    /** Removes every topic of the step before, makes those of production, and publishes a promotion and a menu. */
    static void renew(Admin admin, BenchPlatform platform, Clock clock)
            throws InterruptedException, ExecutionException {
        var old = admin.listTopics().names().get();
        admin.deleteTopics(old).all().get();
        var fresh = new ArrayList<NewTopic>();
        for (var topic : Topics.table(clock)) {
            fresh.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs()));
        }
        fresh.add(new NewTopic(PASSED_THROUGH, Topics.PARTITIONS, (short) 1));
        admin.createTopics(fresh).all().get();
        awaitLeaders(admin, fresh);
        seed(platform);
    }

    /** A broker that has a topic may not yet lead its partitions, and would have the first records sent again. */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    private static void seed(BenchPlatform platform) {
        var serdes = platform.serdes();
        var promotions = serdes.promotion().serializer();
        var items = serdes.menuItem().serializer();
        try (var producer = BenchProducer.open(platform, new ByteArraySerializer())) {
            var burgerDay = DemoData.burgerDay();
            var bytes = promotions.serialize(Topics.PROMOTIONS, burgerDay);
            producer.send(new ProducerRecord<>(Topics.PROMOTIONS, burgerDay.promotionId(), bytes));
            for (var item : DemoData.menu()) {
                producer.send(new ProducerRecord<>(Topics.MENU, item.itemId(), items.serialize(Topics.MENU, item)));
            }
        }
    }
}
