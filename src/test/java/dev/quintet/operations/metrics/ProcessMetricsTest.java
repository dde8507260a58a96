package dev.quintet.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Exposition;
import dev.quintet.wire.OwnMetrics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which metrics a process shows, and how. */
final class ProcessMetricsTest {
    private static final String PROCESS_ID = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
    private static final String THREAD = "quintet-orders-" + PROCESS_ID + "-StreamThread-1";

    private final Metrics kafka = new Metrics();
    private final ProcessMetrics metrics = new ProcessMetrics();

    ProcessMetricsTest() {
        metrics.addClient("quintet-orders", kafka::metrics);
    }

    @AfterEach
    void close() {
        metrics.close();
        kafka.close();
    }

    @Test
    void threadIsShownUnderALabelThatRestartsDoNotChange() {
        given("process-total", "stream-thread-metrics", Map.of("thread-id", THREAD), 7);

        assertThat(scrape().samples())
                .contains(new Exposition.Sample(
                        "kafka_stream_thread_process_total",
                        "kafka_stream_thread_process_total",
                        Map.of("application", "quintet-orders", "thread_id", "StreamThread-1"),
                        7));
    }

    @Test
    void clientAsAWholeNeedsNoLabelOfItsOwn() {
        given("failed-stream-threads", "stream-metrics", Map.of("client-id", "quintet-orders-" + PROCESS_ID), 0);

        assertThat(scrape().families("kafka_"))
                .containsExactly("| `kafka_stream_failed_stream_threads` | gauge | `application` |");
    }

    @Test
    void whatMultipliesWithPartitionsBrokersAndTasksIsLeftOut() {
        given("records-lead", "consumer-fetch-manager-metrics", Map.of("topic", "a", "partition", "0"), 1);
        given("bytes-consumed-total", "consumer-fetch-manager-metrics", Map.of("topic", "a"), 1);
        given("request-total", "producer-node-metrics", Map.of("node-id", "node-1"), 1);
        given("process-total", "stream-task-metrics", Map.of("thread-id", THREAD, "task-id", "0_1"), 1);
        given("version", "app-info", Map.of("client-id", "x"), 1);

        assertThat(scrape().families("kafka_")).isEmpty();
    }

    @Test
    void rateIsLeftToPrometheusWhereThereIsACounter() {
        given("record-send-total", "producer-metrics", Map.of("client-id", "p"), 1);
        given("record-send-rate", "producer-metrics", Map.of("client-id", "p"), 1);
        given("io-wait-rate", "producer-metrics", Map.of("client-id", "p"), 1);

        assertThat(scrape().samples())
                .extracting(Exposition.Sample::name)
                .contains("kafka_producer_record_send_total", "kafka_producer_io_wait_rate")
                .doesNotContain("kafka_producer_record_send_rate");
    }

    @Test
    void textAndWhatIsNoNumberYetIsLeftOut() {
        given("commit-latency-avg", "producer-metrics", Map.of("client-id", "p"), Double.NaN);
        given("state", "stream-metrics", Map.of("client-id", "p"), "RUNNING");

        assertThat(scrape().families("kafka_")).isEmpty();
    }

    @Test
    void lagIsThatOfAllPartitionsButNotOfARestore() {
        lag("StreamThread-1-consumer", "0", 3);
        lag("StreamThread-2-consumer", "1", 4);
        lag("StreamThread-1-restore-consumer", "0", 100);
        lag("GlobalStreamThread-global-consumer", "0", 100);

        assertThat(scrape().sum("quintet_lag_records", "topic", "order.commands"))
                .isEqualTo(7);
    }

    @Test
    void lagThatTheBrokerTellsStandsInPlaceOfTheClients() {
        lag("StreamThread-1-consumer", "0", 0);
        metrics.addLag("quintet-orders", () -> Map.of("order.commands", 22L));

        assertThat(scrape().sum("quintet_lag_records", "topic", "order.commands"))
                .isEqualTo(22);
    }

    @Test
    void topicThatKafkaTellsInTwoSpellingsIsShownInItsOwn() {
        lag("StreamThread-1-consumer", "order.commands", "0", 3);
        lag("StreamThread-1-consumer", "order_commands", "0", 3);
        lag("StreamThread-1-consumer", "by_item", "0", 2);

        assertThat(scrape().samples())
                .filteredOn(sample -> sample.name().equals("quintet_lag_records"))
                .extracting(sample -> sample.labels().get("topic"))
                .containsExactlyInAnyOrder("order.commands", "by_item");
    }

    @Test
    void consumersThatOnlyRestoreAreLeftOut() {
        var client = "quintet-orders-" + PROCESS_ID + "-StreamThread-1-restore-consumer";
        given("fetch-total", "consumer-fetch-manager-metrics", Map.of("client-id", client), 1);

        assertThat(scrape().families("kafka_")).isEmpty();
    }

    @Test
    void gaugeOfEachTaskIsAddedUp() {
        given("sagas", OwnMetrics.GROUP, Map.of("state", "ACCEPTED", OwnMetrics.TASK, "0_0"), 2);
        given("sagas", OwnMetrics.GROUP, Map.of("state", "ACCEPTED", OwnMetrics.TASK, "0_1"), 3);

        assertThat(scrape().sum("quintet_sagas", "state", "ACCEPTED")).isEqualTo(5);
        assertThat(scrape().families("quintet_")).containsExactly("| `quintet_sagas` | gauge | `state` |");
    }

    @Test
    void bucketsBecomeAHistogram() {
        given("step-seconds-bucket", OwnMetrics.GROUP, Map.of("step", "s", OwnMetrics.LIMIT, "1.0"), 2);
        given("step-seconds-bucket", OwnMetrics.GROUP, Map.of("step", "s", OwnMetrics.LIMIT, "Infinity"), 1);
        given("step-seconds-sum", OwnMetrics.GROUP, Map.of("step", "s"), 61.5);

        var scrape = scrape();

        assertThat(scrape.families("quintet_")).containsExactly("| `quintet_step_seconds` | histogram | `step` |");
        assertThat(scrape.sum("quintet_step_seconds_bucket", "le", "1.0")).isEqualTo(2);
        assertThat(scrape.sum("quintet_step_seconds_bucket", "le", "+Inf")).isEqualTo(3);
        assertThat(scrape.sum("quintet_step_seconds_count", "step", "s")).isEqualTo(3);
        assertThat(scrape.sum("quintet_step_seconds_sum", "step", "s")).isEqualTo(61.5);
    }

    @Test
    void restoreIsToldByStore() {
        var left = new AtomicLong(12);
        metrics.addRestore("quintet-orders", () -> Map.of("limit-slots", left.get()));

        assertThat(scrape().sum("quintet_restore_remaining_records", "store", "limit-slots"))
                .isEqualTo(12);
        left.set(0);
        assertThat(scrape().sum("quintet_restore_remaining_records", "store", "limit-slots"))
                .isEqualTo(0);
    }

    @Test
    void valuesThatNobodyChoseDoNotBreakTheFormat() {
        given("dead-letters-total", OwnMetrics.GROUP, Map.of("topic", "a \"b\" \\ \n c"), 1);

        assertThat(scrape().families("quintet_"))
                .containsExactly("| `quintet_dead_letters_total` | counter | `topic` |");
    }

    @Test
    void machineAndRuntimeAreShown() {
        assertThat(scrape().samples())
                .extracting(Exposition.Sample::name)
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "process_cpu_usage",
                        "process_uptime_seconds");
    }

    private void lag(String client, String partition, long records) {
        lag(client, "order.commands", partition, records);
    }

    private void lag(String client, String topic, String partition, long records) {
        var tags = Map.of(
                "client-id", "quintet-orders-" + PROCESS_ID + "-" + client, "topic", topic, "partition", partition);
        given("records-lag", "consumer-fetch-manager-metrics", tags, records);
    }

    private void given(String name, String group, Map<String, String> tags, Object value) {
        kafka.addMetric(new MetricName(name, group, "", tags), null, (Gauge<Object>) (_, _) -> value);
    }

    private Exposition scrape() {
        return Exposition.parse(metrics.scrape());
    }
}
