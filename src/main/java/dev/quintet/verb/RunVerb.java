package dev.quintet.verb;

import dev.quintet.operations.Settings;
import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.Topics;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Run services against a real cluster until told to stop.",
        footer = {
            "",
            "Settings come from the command line, from QUINTET_... variables and from --config, in this order."
        })
public final class RunVerb implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "SERVICE",
            description = "orders, stock, payment, shipping, notification, pricing, views")
    private List<Service> services = List.of();

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "A broker (bootstrap.servers).")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry (schema.registry.url).")
    private @Nullable String registry;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file with settings.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        var settings = SettingsLoader.load(config, System.getenv(), commandLine());
        checkTopics(settings);
        try (var until = Until.signalled();
                var running = RunningServices.start(EnumSet.copyOf(services), settings, RunVerb::say)) {
            say(services + " running" + (running.httpPort() == 0 ? "" : ", HTTP on port " + running.httpPort()));
            if (until.stopped(running::isLive, Until.FOREVER)) {
                say("stopping");
                return 0;
            }
            say("a service failed for good; the log says why");
            return 1;
        }
    }

    private Map<String, String> commandLine() {
        var values = new HashMap<String, String>();
        if (bootstrap != null) {
            values.put("bootstrap.servers", bootstrap);
        }
        if (registry != null) {
            values.put("schema.registry.url", registry);
        }
        return values;
    }

    /** A topic that is missing or keeps too little would show much later, as lost orders. */
    private static void checkTopics(Settings settings) throws Exception {
        say("waiting for the broker at " + settings.bootstrap());
        var patience = new Patience(settings.patience(), RunVerb::say);
        var where = "the broker at " + settings.bootstrap();
        try (var brokers = BrokerAnswers.open(settings.clientConfigs(), where, patience)) {
            var views = ServingLog.served(brokers, settings.clientConfigs());
            var drifts = TopicProvisioning.check(brokers, Topics.table(settings.clock(), views));
            if (!drifts.isEmpty()) {
                throw new StartException("The topics are not as they must be:\n"
                        + String.join(
                                "\n",
                                drifts.stream()
                                        .map(drift ->
                                                "  " + drift.topic() + ": " + drift.what() + "; " + drift.howToMend())
                                        .toList()));
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
