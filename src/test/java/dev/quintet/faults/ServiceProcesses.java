package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;

import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.wire.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every service in a process of its own, any of which can be killed and started again on its own folder. */
final class ServiceProcesses implements AutoCloseable {
    static final List<String> ALL = List.of("orders", "stock", "payment", "shipping", "notification", "views");

    private final Path folder;
    private final Map<String, String> settings;
    private final int httpPort;
    private final Shop shop;
    private final Map<String, ProcessUnderTest> running = new HashMap<>();

    private ServiceProcesses(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        httpPort = freePort();
        shop = new Shop("http://127.0.0.1:" + httpPort);
    }

    /**
     * Creates the topics, starts all services and waits until they run.
     *
     * @param settings what they have in common
     */
    static ServiceProcesses start(Path folder, Map<String, String> settings) throws Exception {
        Deployment.createTopics(settings.getOrDefault("bootstrap.servers", ""), Clock.BROKER);
        var services = new ServiceProcesses(folder, settings);
        try {
            services.start(ALL);
            services.awaitRunning(ALL);
            return services;
        } catch (AssertionError e) {
            services.close();
            throw e;
        }
    }

    void start(List<String> services) {
        for (var service : services) {
            running.put(service, ProcessUnderTest.quintet("run", service, "--config", settingsOf(service)));
        }
    }

    void awaitRunning(List<String> services) {
        services.forEach(service -> process(service).awaitLine("[" + service + "] running", PATIENCE));
    }

    void kill9(List<String> services) {
        services.forEach(service -> process(service).kill9());
    }

    /** Where views listens, also after it was started again. */
    Shop shop() {
        return shop;
    }

    private ProcessUnderTest process(String service) {
        var process = running.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    private String settingsOf(String service) {
        var own = new HashMap<>(settings);
        own.put("state.dir", folder.resolve(service).toString());
        own.put("instance.id", service + "-1");
        own.put("http.port", String.valueOf(httpPort));
        try {
            return Deployment.writeSettings(folder.resolve(service + ".properties"), own);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        shop.close();
        running.values().forEach(ProcessUnderTest::close);
    }
}
