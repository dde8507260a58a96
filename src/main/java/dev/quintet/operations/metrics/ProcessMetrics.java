package dev.quintet.operations.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** The metrics of this process, as Prometheus reads them. Safe for any number of threads. */
public final class ProcessMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaCollector kafka = new KafkaCollector();
    private final JvmGcMetrics gc = new JvmGcMetrics();

    public ProcessMetrics() {
        registry.getPrometheusRegistry().register(kafka);
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Shows the metrics of a Kafka client, or of all clients of a Kafka Streams application, with ours among them. */
    public void addClient(String application, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        kafka.add(application, metrics);
    }

    /** Shows the lag that is asked of the broker, by topic, in place of what an application's own clients say of it. */
    public void addLag(String application, Supplier<Map<String, Long>> byTopic) {
        kafka.addLag(application, byTopic);
    }

    /** Shows how many records the stores of an application have still to read, by store. */
    public void addRestore(String application, Supplier<Map<String, Long>> remaining) {
        kafka.addRestore(application, remaining);
    }

    /** Shows an application no longer. */
    public void remove(String application) {
        kafka.remove(application);
    }

    /** Shows a count that something else keeps, for as long as this process lives. */
    public <T> void addCounter(
            String name, String help, String label, String value, T counted, ToDoubleFunction<T> count) {
        FunctionCounter.builder(name, counted, count)
                .description(help)
                .tags(Tags.of(label, value))
                .register(registry);
    }

    /** Everything as of now, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
