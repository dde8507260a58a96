package dev.quintet.operations;

import dev.quintet.wire.RegistryUnavailableException;
import dev.quintet.wire.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service's Kafka Streams application, from start to close. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(60);

    private final String applicationId;
    private final TopologyDescription topology;
    private final KafkaStreams streams;
    private final CleanMarker marker;
    private final ReplacementBudget replacements = new ReplacementBudget();
    private final ClusterSurroundings surroundings;
    private final RestoreProgress restore = new RestoreProgress();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(1);

    private StreamsRunner(String applicationId, Topology topology, Settings settings, Map<String, ?> more) {
        this.applicationId = applicationId;
        this.topology = topology.describe();
        marker = new CleanMarker(settings.stateFolder(), applicationId, layout(settings));
        var properties = StreamsProperties.of(settings, applicationId);
        properties.putAll(more);
        surroundings = new ClusterSurroundings(settings.clientConfigs(), this.topology);
        properties.put(Surroundings.SETTING, surroundings);
        streams = new KafkaStreams(topology, properties);
    }

    /** Starts a service. It runs on its own threads; {@link #awaitRunning} says when it is up. */
    public static StreamsRunner start(String applicationId, Topology topology, Settings settings) {
        return start(applicationId, topology, settings, Map.of());
    }

    /** The same, for a service that other pods can ask for what it keeps, under {@code address}, HOST:PORT. */
    public static StreamsRunner startQueryable(
            String applicationId, Topology topology, Settings settings, String address) {
        return start(applicationId, topology, settings, Map.of(StreamsConfig.APPLICATION_SERVER_CONFIG, address));
    }

    private static StreamsRunner start(
            String applicationId, Topology topology, Settings settings, Map<String, ?> more) {
        var runner = new StreamsRunner(applicationId, topology, settings, more);
        runner.streams.setUncaughtExceptionHandler(runner::onUncaught);
        runner.streams.setStateListener(runner::onState);
        runner.streams.setGlobalStateRestoreListener(runner.restore);
        if (runner.marker.take()) {
            EmptyStores.delete(settings.stateFolder(), applicationId);
        } else {
            runner.streams.cleanUp();
        }
        runner.streams.start();
        return runner;
    }

    /**
     * What the names of the files depend on: a window store cuts its segments by how long it keeps, and would not find those
     * that were cut otherwise.
     */
    private static String layout(Settings settings) {
        return settings.clock().name() + " " + settings.ordersMemory();
    }

    /** Waits until the service runs. False when it did not within the time, or failed. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && isRunning();
    }

    /** Whether the service processes now. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** Whether the service is well or on its way to be: not failed, not stopped. */
    public boolean isLive() {
        return failed.getCount() > 0;
    }

    /** For whoever asks what the service keeps. */
    public KafkaStreams streams() {
        return streams;
    }

    /** The service's state in a word, for people. */
    public String state() {
        return streams.state().name();
    }

    /** What the service runs. */
    public TopologyDescription topology() {
        return topology;
    }

    /** The application id. */
    public String applicationId() {
        return applicationId;
    }

    /** The metrics of the service's Kafka Streams client and of all its consumers and producers, as of now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** The records that each store has still to read before it is whole, by store; 0 for those that are. */
    public Map<String, Long> restoreRemaining() {
        return restore.remaining();
    }

    private StreamThreadExceptionResponse onUncaught(Throwable cause) {
        if (isOutageOfRegistry(cause)) {
            // However long it lasts, no other process would do better: the record waits until it can be read.
            LOG.warn("{}: a stream thread gave up waiting for the schema registry; another one waits", applicationId);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (replacements.spend(Clock.systemUTC().instant())) {
            LOG.warn("{}: a stream thread died and is replaced", applicationId, cause);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("{}: stream threads die again and again, the service stops", applicationId, cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isOutageOfRegistry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }

    private void onState(State next, State before) {
        LOG.debug("{}: {} -> {}", applicationId, before, next);
        if (next == State.RUNNING) {
            running.countDown();
        } else if (next == State.ERROR) {
            failed.countDown();
            running.countDown();
        }
    }

    /** Closes, and deletes the local state, for a service that is not meant to come back soon. The changelogs have it all. */
    public void closeForGood() {
        close();
        streams.cleanUp();
    }

    /** Closes the state in order and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        boolean healthy = isLive();
        var options = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT);
        if (streams.close(options) && healthy) {
            marker.set();
        }
        surroundings.close();
    }
}
