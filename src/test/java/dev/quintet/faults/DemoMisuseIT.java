package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as somebody in a hurry uses it: one clear line, and nothing left running. */
class DemoMisuseIT {
    @TempDir
    private Path data;

    @Test
    void usedHttpPortIsNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var demo = demo("--port", String.valueOf(taken.getLocalPort()))) {
            // when
            int exitCode = demo.awaitExit(PATIENCE);

            // then
            assertThat(exitCode).isEqualTo(1);
            assertThat(demo.lines())
                    .singleElement()
                    .asString()
                    .startsWith("quintet: ")
                    .contains(String.valueOf(taken.getLocalPort()), "--port");
        }
    }

    @Test
    void wrongNumberIsAWrongUsage() {
        try (var demo = demo("--orders-per-second", "abc")) {
            assertThat(demo.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(demo.lines()).singleElement().asString().contains("--orders-per-second", "quintet help demo");
        }
    }

    @Test
    void numberBelowNothingIsAWrongUsage() {
        try (var demo = demo("--orders-per-second", "-1")) {
            assertThat(demo.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(demo.lines()).singleElement().asString().contains("--orders-per-second");
        }
    }

    @Test
    void secondDemoOnTheSameDataIsRefusedAndAnOrderedStopLeavesNothingToRestore() {
        var told = new ArrayList<String>();
        try (var first = RunningDemo.start(data)) {
            told.add("fresh: first 201 after " + first.awaitFirstAccepted().toMillis() + " ms");

            // when
            try (var second = demo("--port", "0")) {
                assertThat(second.awaitExit(PATIENCE)).isEqualTo(1);
                assertThat(second.lines())
                        .singleElement()
                        .asString()
                        .contains("in use by process " + first.process().pid());
            }

            // then
            first.awaitFirstAccepted();
            told.add("stopped in " + stop(first));
        }
        assertThat(data.resolve("state/quintet-orders.clean")).exists();
        try (var again = RunningDemo.start(data)) {
            told.add("after a stop: first 201 after "
                    + again.awaitFirstAccepted().toMillis() + " ms");
            assertThat(again.process().lines()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
            told.add("stopped in " + stop(again));
        }
        told.forEach(line -> System.out.println("DemoMisuseIT: " + line));
    }

    private static String stop(RunningDemo demo) {
        var children = demo.process().descendants();
        var time = demo.stop();
        assertThat(children).isNotEmpty();
        assertGone(children);
        return time.toMillis() + " ms";
    }

    /** The shell that watches over the registry ends a moment after it. */
    private static void assertGone(List<ProcessHandle> processes) {
        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private ProcessUnderTest demo(String... options) {
        var arguments = new ArrayList<>(List.of("demo", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return ProcessUnderTest.quintet(arguments.toArray(String[]::new));
    }
}
