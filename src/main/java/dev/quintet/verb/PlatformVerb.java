package dev.quintet.verb;

import dev.quintet.local.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a broker and a schema registry until it is told to stop. */
@Command(
        name = "platform",
        description = "Runs a Kafka broker and a schema registry on this machine, until Ctrl-C.",
        sortOptions = false)
public final class PlatformVerb implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:quintet.home:-.}/.quintet",
            description = "Where both keep their data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".quintet");

    @Option(
            names = "--kafka-port",
            paramLabel = "P",
            converter = CountConverter.Port.class,
            description = "Where the broker listens. Default: a free port")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "P",
            converter = CountConverter.Port.class,
            description = "Where the registry listens. Default: a free port")
    private int registryPort;

    @Override
    public Integer call() throws InterruptedException {
        var platform = Platform.start(data, kafkaPort, registryPort, PlatformVerb::say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "platform-stop"));
        say("broker " + platform.bootstrap());
        say("registry " + platform.registryUrl());
        say("ready; Ctrl-C stops it and keeps the data in " + platform.data());
        while (!Output.isLost()) {
            Thread.sleep(LOOK_EVERY);
        }
        return 0;
    }

    private static void stop(Platform platform) {
        say("stopping");
        platform.close();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
