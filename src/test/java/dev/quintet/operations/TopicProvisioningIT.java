package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning.Drift;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Clock;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicProvisioningIT {
    private static final List<TopicSpec> TABLE = Topics.table(Clock.BROKER);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private Admin admin;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(folder, 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    @AfterEach
    void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    void anEmptyClusterGetsEveryTopicAndTheSecondTimeNothingChanges() throws Exception {
        // given
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE))
                .hasSameSizeAs(TABLE)
                .allMatch(drift -> drift.what().equals("is missing"));
        assertThat(TopicProvisioning.clock(BrokerAnswers.usual(admin))).isEmpty();
        // when
        var first = TopicProvisioning.apply(admin, TABLE);
        var second = TopicProvisioning.apply(admin, TABLE);
        // then
        assertThat(first).hasSameSizeAs(TABLE).allMatch(line -> line.endsWith(": created"));
        assertThat(second).hasSameSizeAs(TABLE).allMatch(line -> line.endsWith(": as it should be"));
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE)).isEmpty();
        assertThat(TopicProvisioning.clock(BrokerAnswers.usual(admin))).isEqualTo(Optional.of(Clock.BROKER));
    }

    @Test
    void aChangedSettingIsToldAndMended() throws Exception {
        // given
        TopicProvisioning.apply(admin, TABLE);
        set(Topics.ORDER_EVENTS, "retention.ms", "1000");
        // when
        var drifts = TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE);
        var lines = TopicProvisioning.apply(admin, TABLE);
        // then
        assertThat(drifts)
                .containsExactly(new Drift(
                        Topics.ORDER_EVENTS, "retention.ms is 1000 and must be -1", "`quintet topics apply` sets it"));
        assertThat(lines).contains(Topics.ORDER_EVENTS + ": mended retention.ms from 1000 to -1");
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE)).isEmpty();
    }

    @Test
    void theNumberOfPartitionsIsNeverChanged() throws Exception {
        // given
        admin.createTopics(List.of(new NewTopic(Topics.ORDER_COMMANDS, 2, (short) 1)))
                .all()
                .get();
        // when
        TopicProvisioning.apply(admin, TABLE);
        // then
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE))
                .singleElement()
                .returns(Topics.ORDER_COMMANDS, Drift::topic)
                .returns("has 2 partitions and must have 4", Drift::what);
    }

    @Test
    void theClockOfASystemCanBeTold() throws Exception {
        TopicProvisioning.apply(admin, Topics.table(Clock.EVENT));
        assertThat(TopicProvisioning.clock(BrokerAnswers.usual(admin))).isEqualTo(Optional.of(Clock.EVENT));
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), Topics.table(Clock.EVENT)))
                .isEmpty();
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), TABLE))
                .extracting(Drift::what)
                .contains("message.timestamp.type is CreateTime and must be LogAppendTime");
    }

    private void set(String topic, String key, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
}
