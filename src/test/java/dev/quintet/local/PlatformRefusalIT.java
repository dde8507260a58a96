package dev.quintet.local;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.ProcessUnderTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every start that cannot succeed ends with exit code 1 and one line that names the thing and what to do. */
class PlatformRefusalIT {
    @TempDir
    private Path folder;

    @Test
    void usedPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = String.valueOf(taken.getLocalPort());

            assertRefused(platform("--kafka-port", port), port, "in use", "--kafka-port");
            assertRefused(platform("--registry-port", port), port, "in use", "--registry-port");
        }
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws Exception {
        // A folder below a file cannot be written even by root, whom permissions do not bind.
        var file = Files.createFile(folder.resolve("file"));

        assertRefused(
                ProcessUnderTest.quintet("platform", "--data", file + "/data"), file + "/data", "cannot be written");
    }

    @Test
    void missingRegistryFilesAreNamed() {
        assertRefused(
                ProcessUnderTest.quintetAt(folder, "platform", "--data", folder.toString()),
                folder + "/target/registry",
                "./mvnw");
    }

    @Test
    void damagedBrokerDataIsNamed() throws Exception {
        var metadata = Files.createDirectories(folder.resolve("kafka/__cluster_metadata-0"));
        Files.writeString(folder.resolve("kafka/meta.properties"), "version=1\nnode.id=1\ncluster.id=abc\n");
        var segment = Files.writeString(metadata.resolve("00000000000000000000.log"), "not a log ".repeat(10));

        assertRefused(platform(), segment.toString(), "damaged", "--data");
    }

    @Test
    void damagedRegistryDataIsNamed() throws Exception {
        var database = Files.createDirectories(folder.resolve("registry")).resolve("registry.mv.db");
        Files.writeString(database, "not a database ".repeat(1_000));

        assertRefused(platform(), folder.resolve("registry").toString(), "registry.log", "--data");
    }

    @Test
    void wrongUsageHasItsOwnExitCode() {
        try (var process = platform("--kafka-port", "none")) {
            assertThat(process.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(process.lines()).singleElement().asString().contains("--kafka-port", "quintet help platform");
        }
    }

    private ProcessUnderTest platform(String... options) {
        var arguments = new ArrayList<>(List.of("platform", "--data", folder.toString()));
        arguments.addAll(List.of(options));
        return ProcessUnderTest.quintet(arguments.toArray(String[]::new));
    }

    private static void assertRefused(ProcessUnderTest process, String... told) {
        try (process) {
            int exitCode = process.awaitExit(PATIENCE);

            assertThat(exitCode).as("%s", process.lines()).isEqualTo(1);
            assertThat(process.lines())
                    .filteredOn(line -> line.startsWith("quintet: "))
                    .singleElement()
                    .asString()
                    .contains(told);
            assertThat(process.lines()).last().asString().startsWith("quintet: ");
            assertThat(process.lines()).noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
            assertThat(process.descendants()).isEmpty();
        }
    }
}
