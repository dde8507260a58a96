package dev.quintet.verb;

import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.http.ConsumerGroups;
import dev.quintet.http.HttpBackend;
import dev.quintet.http.HttpConfig;
import dev.quintet.http.HttpServer;
import dev.quintet.http.ManagementServer;
import dev.quintet.http.OrderIntake;
import dev.quintet.http.Readiness;
import dev.quintet.http.ReferencePublisher;
import dev.quintet.http.RunningService;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import dev.quintet.mail.MailConfig;
import dev.quintet.mail.OutboxDispatcher;
import dev.quintet.operations.Settings;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.operations.metrics.ProcessMetrics;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.HostPort;
import dev.quintet.wire.Patience;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The services of this process, put together and started; closed in the reverse order. */
final class RunningServices implements AutoCloseable {
    /** A group may settle for so long without a sign that can be seen from here. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Set<Service> services;
    private final Settings settings;
    private final WireSerdes serdes;
    private final Map<Service, StreamsRunner> runners = new ConcurrentSkipListMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final ProcessMetrics metrics = new ProcessMetrics();
    private final ServedViews views;
    private final SeenOnce needed;
    private final ServiceTables tables = new ServiceTables();
    private @Nullable ReferencePublisher publisher;
    private volatile @Nullable OutboxDispatcher dispatcher;
    private int httpPort;

    private RunningServices(Set<Service> services, Settings settings, SeenOnce needed) {
        this.needed = needed;
        this.services = services;
        this.settings = settings;
        serdes = new WireSerdes(settings.serdeConfigs());
        views = new ServedViews(settings, serdes, metrics);
        started.push(metrics);
    }

    /**
     * Starts services and waits until they run.
     *
     * @param progress is told what is waited for
     * @throws StartException when one does not come up; nothing is left running then
     */
    static RunningServices start(Set<Service> services, Settings settings, Consumer<String> progress)
            throws InterruptedException {
        return start(services, settings, new SeenOnce(), progress);
    }

    /** The same, and not ready before something else was seen too. */
    static RunningServices start(Set<Service> services, Settings settings, SeenOnce needed, Consumer<String> progress)
            throws InterruptedException {
        var running = new RunningServices(services, settings, needed);
        try {
            running.startManagement(progress);
            if (services.contains(Service.VIEWS)) {
                // First, because views tells the other pods at its start where it can be asked.
                running.startHttp();
            }
            for (var service : services) {
                running.startStreams(service);
            }
            for (var service : services) {
                running.await(service, progress);
            }
            if (services.contains(Service.NOTIFICATION)) {
                running.startDispatcher();
            }
            return running;
        } catch (RuntimeException | InterruptedException e) {
            running.close();
            throw e;
        }
    }

    /** Where HTTP listens; 0 when views is not among the services. */
    int httpPort() {
        return httpPort;
    }

    /** Promotions and the menu as views has read them. */
    ReferenceData views() {
        return views;
    }

    /** The reference data that the services of this process have read. */
    ServiceTables tables() {
        return tables;
    }

    /** The outlets whose stock views has read. */
    Set<String> suppliedOutlets() {
        return views.levels().keySet();
    }

    /** Publishes promotions and the menu. Only when views is among the services. */
    ReferencePublisher publisher() {
        if (publisher == null) {
            throw new IllegalStateException("Only views publishes reference data");
        }
        return publisher;
    }

    /** What a probe wants to know. */
    Readiness readiness() {
        // Before the first service has come up nothing runs, which is not well.
        boolean isRunning =
                services.equals(runners.keySet()) && runners.values().stream().allMatch(StreamsRunner::isRunning);
        var states = new TreeMap<String, String>();
        var restoring = new TreeMap<String, Long>();
        runners.forEach((service, runner) -> {
            states.put(service.toString(), runner.state());
            long left = left(runner);
            if (left > 0) {
                restoring.put(service.toString(), left);
            }
        });
        var messages = dispatcher;
        if (messages != null) {
            // Orders get their verdicts while mail waits, so this is told and does not decide.
            states.put("dispatch", messages.state());
        }
        var missing = needed.missing();
        return new Readiness(isLive(), isRunning && missing.isEmpty(), states, restoring, missing);
    }

    private static long left(StreamsRunner runner) {
        return runner.restoreRemaining().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** False once a service has failed for good. */
    boolean isLive() {
        var messages = dispatcher;
        return (messages == null || messages.isLive())
                && runners.values().stream().allMatch(StreamsRunner::isLive);
    }

    private List<RunningService> runningServices() {
        return runners.entrySet().stream()
                .map(entry -> new RunningService(
                        entry.getKey().toString(),
                        entry.getValue().applicationId(),
                        entry.getValue().state(),
                        entry.getValue().topology()))
                .toList();
    }

    private void startStreams(Service service) throws InterruptedException {
        if (service == Service.VIEWS) {
            startViews();
            return;
        }
        var runner = tables.start(service, settings, serdes);
        runners.put(service, runner);
        started.push(runner);
        OwnClients.addTo(metrics, runner);
        if (service == Service.ORDERS) {
            needed.add("the schemas of verdicts", VerdictSchemas.introduce(serdes)::isDone);
        }
    }

    private void startViews() throws InterruptedException {
        var address = settings.httpAdvertised().isEmpty()
                ? new HostPort(settings.httpHost(), httpPort).toString()
                : settings.httpAdvertised();
        started.push(views);
        started.push(
                ServingWatch.start(views, settings, address, served -> runners.put(Service.VIEWS, served.runner())));
    }

    private void await(Service service, Consumer<String> progress) throws InterruptedException {
        var runner = runners.get(service);
        if (runner == null) {
            return;
        }
        // Restoring may take hours, and goes on for as long as records come.
        var wait = Patience.of(settings.patience()).atLeast(SETTLING).begin(service.toString(), () -> left(runner));
        while (!runner.awaitRunning(TELL_EVERY)) {
            if (!runner.isLive() || wait.isOver()) {
                throw new StartException(
                        service + " does not come up; its state is " + runner.state() + " and the log says why");
            }
            progress.accept("waiting for " + service + " to take its partitions and restore its state ("
                    + runner.state() + ")");
        }
    }

    private void startDispatcher() {
        var config = new MailConfig(settings.smtpHost(), settings.smtpPort(), settings.smtpFrom(), settings.smsFile());
        var opened = OutboxDispatcher.start(settings.clientConfigs(), serdes, config);
        started.push(opened);
        OwnClients.addTo(metrics, opened);
        dispatcher = opened;
    }

    /** First of all, so that probes see it start. */
    private void startManagement(Consumer<String> progress) {
        if (settings.managementPort() != null) {
            var server = ManagementServer.start(
                    new HttpConfig(settings.httpHost(), settings.managementPort()), this::readiness, metrics::scrape);
            started.push(server);
            progress.accept("management on port " + server.port());
        }
    }

    private void startHttp() {
        var intake = OrderIntake.open(settings.clientConfigs(), serdes, settings.instanceId());
        started.push(intake);
        OwnClients.addTo(metrics, intake);
        publisher = ReferencePublisher.open(settings.clientConfigs(), serdes, views);
        started.push(publisher);
        var groups = ConsumerGroups.open(settings.clientConfigs());
        started.push(groups);
        needed.add("the schema of orders", intake::isWarm);
        if (!services.contains(Service.ORDERS)) {
            needed.add("the orders service", () -> groups.isServed(ApplicationIds.ORDERS));
        }
        var peers = new Peers();
        started.push(peers);
        var backend = new HttpBackend(
                intake,
                publisher,
                views,
                views,
                new Owners(views),
                peers,
                views.facts(),
                views.customers(),
                groups,
                this::runningServices,
                this::readiness,
                metrics::scrape);
        var server = HttpServer.start(new HttpConfig(settings.httpHost(), settings.httpPort()), backend);
        started.push(server);
        // Before the server, which waits for requests that are under way.
        started.push(views.facts());
        started.push(views.customers());
        httpPort = server.port();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            Closing.quietly(started.pop());
        }
    }
}
