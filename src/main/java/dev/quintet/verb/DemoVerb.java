package dev.quintet.verb;

import dev.quintet.local.CustomerFigures;
import dev.quintet.local.Endpoints;
import dev.quintet.local.LocalPort;
import dev.quintet.local.MailSink;
import dev.quintet.local.OrderOutcomes;
import dev.quintet.local.Platform;
import dev.quintet.local.SimulatedCustomers;
import dev.quintet.operations.Settings;
import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.HostPort;
import dev.quintet.wire.Patience;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Everything in one go on this machine: broker, registry, services, customers.")
public final class DemoVerb implements Callable<Integer> {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    @Option(
            names = "--port",
            defaultValue = "8080",
            converter = CountConverter.Port.class,
            description = "Port of HTTP; 0 takes a free one (default 8080).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:quintet.home:-.}/.quintet",
            description = "Where everything is kept. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".quintet");

    @Option(
            names = "--orders-per-second",
            paramLabel = "N",
            defaultValue = "20",
            converter = CountConverter.OrNone.class,
            description = "How often simulated customers order, 0 for never (default 20).")
    private int ordersPerSecond;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time, 30s or 10m. Default: run until Ctrl-C")
    private Duration time = Until.FOREVER;

    @Option(names = "--clock", defaultValue = "broker", description = "By which orders are judged: broker or event.")
    private String clock = "broker";

    @Override
    public Integer call() throws Exception {
        requireSense();
        try (var until = Until.signalled();
                var platform = Platform.start(data, 0, 0, DemoVerb::say);
                var mail = MailSink.start(platform.data().resolve("mail"))) {
            var settings = settings(platform, mail);
            applyTopics(settings);
            if (until.isTold()) {
                return 0;
            }
            say("waiting for the services to start");
            var sown = new AtomicBoolean();
            var needed = new SeenOnce();
            needed.add("promotions, menu, customers and stock", sown::get);
            try (var running = RunningServices.start(EnumSet.allOf(Service.class), settings, needed, DemoVerb::say)) {
                var seed = new DemoSeed(running, DemoVerb::say);
                seed.sow(platform.data());
                sown.set(true);
                seed.awaitReady(until, new Patience(settings.patience(), DemoVerb::say));
                var http = "http://" + HostPort.fromHere(settings.httpHost(), running.httpPort());
                new Endpoints(
                                platform.bootstrap(),
                                platform.registryUrl(),
                                http,
                                ProcessHandle.current().pid())
                        .save(platform.data());
                say("Quintet is ready on " + http + "   (data in " + platform.data() + ", stop with Ctrl-C)");
                say("Mails are in " + platform.data().resolve("mail"));
                return simulate(until, running, settings, URI.create(http));
            }
        }
    }

    /** What can be known to fail is told before anything starts. */
    private void requireSense() {
        LocalPort.freeOr(port, "--port");
    }

    private Settings settings(Platform platform, MailSink mail) {
        var values = new HashMap<>(Map.of(
                "bootstrap.servers", platform.bootstrap(),
                "schema.registry.url", platform.registryUrl(),
                "state.dir", platform.data().resolve("state").toString(),
                "clock", clock,
                "http.port", String.valueOf(port),
                // Seven services share this machine: one thread each is plenty, and halves the transactions.
                "stream.threads", "1",
                "smtp.host", "127.0.0.1",
                "smtp.port", String.valueOf(mail.port()),
                "sms.file", platform.data().resolve("sms.jsonl").toString()));
        return SettingsLoader.load(null, System.getenv(), values);
    }

    private static void applyTopics(Settings settings) throws Exception {
        var patience = new Patience(settings.patience(), DemoVerb::say);
        try (var brokers = BrokerAnswers.open(settings.clientConfigs(), "the broker", patience)) {
            var views = ServingLog.served(brokers, settings.clientConfigs());
            TopicProvisioning.apply(brokers, Topics.table(settings.clock(), views));
        }
    }

    private int simulate(Until until, RunningServices running, Settings settings, URI http)
            throws InterruptedException {
        if (ordersPerSecond == 0) {
            until.stopped(() -> isWanted(running), time);
            return outcome(running);
        }
        var figures = new CustomerFigures();
        long begun = System.nanoTime();
        try (var outcomes = OrderOutcomes.start(settings.clientConfigs(), new WireSerdes(settings.serdeConfigs()));
                var _ = SimulatedCustomers.start(http, ordersPerSecond, figures)) {
            var left = time;
            while (isWanted(running) && left.isPositive()) {
                if (until.stopped(() -> isWanted(running), left.compareTo(REPORT_EVERY) < 0 ? left : REPORT_EVERY)) {
                    break;
                }
                say(figures.report() + "   " + outcomes.report());
                left = time.minusNanos(System.nanoTime() - begun);
            }
        }
        return outcome(running);
    }

    /** A demo whose lines nobody reads any more ends, as when it is told to. */
    private static boolean isWanted(RunningServices running) {
        return running.isLive() && !Output.isLost();
    }

    private static int outcome(RunningServices running) {
        say(running.isLive() ? "stopping" : "a service failed for good; the log says why");
        return running.isLive() ? 0 : 1;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
