package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.operations.TopicProvisioning.Drift;
import dev.quintet.wire.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TopicDiffTest {
    private static final Map<String, String> WANTED =
            Map.of("cleanup.policy", "compact,delete", "message.timestamp.type", "CreateTime", "retention.ms", "-1");
    private static final TopicSpec SPEC = new TopicSpec("order.commands", 4, WANTED, "commands");

    private static TopicDiff actual(int partitions, Map<String, String> configs) {
        return TopicDiff.of(SPEC, Optional.of(new TopicDiff.Actual(partitions, configs)));
    }

    @Test
    void aTopicThatIsAsItShouldBeHasNoDrift() {
        var diff = actual(4, WANTED);
        assertThat(diff.drifts()).isEmpty();
        assertThat(diff.applied()).isEqualTo("order.commands: as it should be");
    }

    @Test
    void aMissingTopicIsCreated() {
        var diff = TopicDiff.of(SPEC, Optional.empty());
        assertThat(diff.drifts())
                .containsExactly(new Drift("order.commands", "is missing", "`quintet topics apply` creates it"));
        assertThat(diff.applied()).isEqualTo("order.commands: created");
    }

    @Test
    void everyDifferenceOfTheConfigurationIsOneDrift() {
        // given
        var configs = Map.of(
                "cleanup.policy", "compact,delete", "message.timestamp.type", "LogAppendTime", "retention.ms", "1000");
        // when
        var diff = actual(4, configs);
        // then
        assertThat(diff.drifts())
                .extracting(Drift::what)
                .containsExactly(
                        "message.timestamp.type is LogAppendTime and must be CreateTime",
                        "retention.ms is 1000 and must be -1");
        assertThat(diff.applied())
                .isEqualTo("order.commands: mended message.timestamp.type from LogAppendTime to CreateTime,"
                        + " retention.ms from 1000 to -1");
    }

    @Test
    void theOrderOfCleanUpPoliciesDoesNotMatter() {
        var configs = Map.of(
                "cleanup.policy", "delete,compact", "message.timestamp.type", "CreateTime", "retention.ms", "-1");
        assertThat(actual(4, configs).drifts()).isEmpty();
    }

    @Test
    void aWrongNumberOfPartitionsIsToldAndLeftAlone() {
        var diff = actual(6, WANTED);
        assertThat(diff.drifts())
                .singleElement()
                .returns("has 6 partitions and must have 4", Drift::what)
                .extracting(Drift::howToMend)
                .asString()
                .startsWith("this can't be mended in place, since keys would move away from their state");
        assertThat(diff.applied()).endsWith("has 6 partitions instead of 4, which stays");
    }

    @Test
    void settingsThatTheTableDoesNotNameAreTheClustersOwn() {
        var configs = new HashMap<>(WANTED);
        configs.put("segment.bytes", "7");
        assertThat(actual(4, configs).drifts()).isEmpty();
    }
}
