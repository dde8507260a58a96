package dev.quintet.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the broker wants to end the whole process, as it does when its disk fails: while it starts, its
 * start fails; later the process does end, with one line that says why. One broker in a process at a time is heard.
 */
final class BrokerExit {
    private enum Phase {
        STARTING,
        RUNNING,
        CLOSING
    }

    private final Path data;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private volatile Phase phase = Phase.STARTING;

    private BrokerExit(Path data) {
        this.data = data;
    }

    static BrokerExit of(Path data) {
        var exit = new BrokerExit(data);
        Exit.setExitProcedure((status, message) -> exit.end(message));
        Exit.setHaltProcedure((status, message) -> exit.end(message));
        return exit;
    }

    /** Ends well when the broker has started, and badly when that failed or the broker gave up. */
    CompletableFuture<Void> started() {
        return started;
    }

    void running() {
        phase = Phase.RUNNING;
    }

    void closing() {
        phase = Phase.CLOSING;
    }

    private void end(@Nullable String message) {
        var reason = message == null ? "its log above says why" : message;
        if (phase == Phase.RUNNING) {
            System.err.println("quintet: the broker gave up on " + data + " (" + reason
                    + "): free space on its disk or mend it, then start again; nothing acknowledged is lost");
            Runtime.getRuntime().halt(1);
        }
        var gaveUp = new IllegalStateException("the broker gave up: " + reason);
        started.completeExceptionally(gaveUp);
        // Whoever wants to end the process does not expect to go on.
        throw gaveUp;
    }
}
