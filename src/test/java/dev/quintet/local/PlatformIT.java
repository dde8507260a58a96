package dev.quintet.local;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform as its user meets it: real processes, started, stopped and killed. */
class PlatformIT {
    @TempDir
    private Path data;

    @Test
    void brokerAndRegistryAnswerUntilTheyAreToldToStop() throws Exception {
        try (var platform = started();
                var http = HttpClient.newHttpClient()) {
            // when
            var endpoints = Endpoints.find(data).orElseThrow();
            var registry = new RegistryUnderTest(http, endpoints.registryUrl());

            // then
            assertThat(endpoints.pid()).isEqualTo(platform.pid());
            assertThat(new AcknowledgedRecords(endpoints.bootstrap()).read()).isEmpty();
            assertThat(registry.subjects()).isEmpty();
            assertThat(registry.compatibility()).contains("BACKWARD");

            // when
            var children = platform.descendants();
            platform.terminate();

            // then
            assertThat(platform.awaitExit(PATIENCE)).isEqualTo(143);
            assertThat(platform.lines()).noneMatch(line -> line.contains("Exception"));
            assertGone(children);
            assertThat(Endpoints.find(data)).isEmpty();
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenItIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        var registered = new ArrayList<String>();
        for (var kill : List.of("first", "second", "third")) {
            try (var platform = started();
                    var http = HttpClient.newHttpClient()) {
                // given: a platform that was killed before still has everything
                var endpoints = Endpoints.find(data).orElseThrow();
                var registry = new RegistryUnderTest(http, endpoints.registryUrl());
                var records = new AcknowledgedRecords(endpoints.bootstrap());
                assertThat(records.read()).containsAll(acknowledged);
                assertThat(registry.subjects()).containsExactlyInAnyOrderElementsOf(registered);

                // when: it is killed while records and schemas are being written
                var children = platform.descendants();
                var written = records.writeUntilItBreaks(kill, 2_000, () -> {
                    registered.addAll(registry.register(kill, 5));
                    platform.kill9();
                });

                // then
                assertThat(written).hasSizeGreaterThan(2_000);
                acknowledged.addAll(written);
                assertGone(children);
                assertThat(Endpoints.find(data)).isEmpty();
            }
        }
    }

    @Test
    void secondOneOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = started();
                var second = ProcessUnderTest.quintet("platform", "--data", data.toString());
                var http = HttpClient.newHttpClient()) {
            // when
            int exitCode = second.awaitExit(PATIENCE);

            // then
            assertThat(exitCode).isEqualTo(1);
            assertThat(second.lines())
                    .singleElement()
                    .asString()
                    .contains(data.toRealPath().toString(), "in use by process " + first.pid(), "--data");
            var endpoints = Endpoints.find(data).orElseThrow();
            assertThat(new RegistryUnderTest(http, endpoints.registryUrl()).subjects())
                    .isEmpty();
        }
    }

    private ProcessUnderTest started() {
        var platform = ProcessUnderTest.quintet("platform", "--data", data.toString());
        platform.awaitLine("ready", PATIENCE);
        return platform;
    }

    private static void assertGone(List<ProcessHandle> processes) {
        assertThat(processes).isNotEmpty();
        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
