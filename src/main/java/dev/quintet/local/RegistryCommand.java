package dev.quintet.local;

import dev.quintet.operations.PlainJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the registry's process. */
final class RegistryCommand {
    private RegistryCommand() {}

    /** The command that must run in the folder of the registry's data, with standard input open as long as it is wanted. */
    static List<String> of(Path java, Path server, int port) {
        var command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(PlainJvm.OPTIONS);
        command.addAll(List.of(
                "-Dquarkus.http.host=" + LocalPort.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=" + LocalPort.HOST,
                "-Dquarkus.management.port=0",
                "-Dquarkus.log.level=WARN",
                "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.storage.kind=sql",
                // Relative, so no folder's name can upset the URL. No delay: an id that was given out must survive.
                "-Dapicurio.datasource.url=jdbc:h2:file:./registry;WRITE_DELAY=0",
                "-jar",
                server.toString()));
        return GuardedCommand.of("quintet-registry", command);
    }

    /** The program that this JVM was started with. */
    static Path java() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new LocalStartException(
                    "The registry needs a java program, and " + java + " is none: run quintet with a complete JDK 25");
        }
        return java;
    }

    /** The server's jar, which the build unpacks. */
    static Path server() {
        var home = Path.of(System.getProperty("quintet.home", "")).toAbsolutePath();
        var server = home.resolve("target/registry/quarkus-run.jar");
        if (!Files.isReadable(server)) {
            throw new LocalStartException("The registry's program is not at " + server
                    + ": build it with './mvnw -DskipTests package' in " + home);
        }
        return server;
    }
}
