package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import java.util.List;
import java.util.Map;

/** The views service with its HTTP server as production runs it, in a process of its own. */
final class ViewsProcess implements AutoCloseable {
    private final ChildJvm process;
    private final int port;

    private ViewsProcess(ChildJvm process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it runs. */
    static ViewsProcess start(BenchPlatform platform, String name, String heap) {
        var process = platform.startApp(
                heap, ChildJvm.QUINTET, name + "-views", Clock.BROKER, List.of("run", "views"), Map.of());
        try {
            var said = process.awaitSaid(LatencyStep.PORT, LatencyStep.PATIENCE);
            return new ViewsProcess(process, Integer.parseInt(said.group(1)));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
