package dev.quintet.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's folder: formatted once, and never again over data. */
final class BrokerData {
    private BrokerData() {}

    static void prepare(Path data) {
        var identity = data.resolve("meta.properties");
        try {
            Files.createDirectories(data);
            if (Files.exists(identity)) {
                return;
            }
            if (Files.exists(data.resolve("__cluster_metadata-0"))) {
                throw new LocalStartException("The broker's data in " + data
                        + " has lost its file meta.properties: restore it, or start on another folder with --data");
            }
            format(data);
        } catch (IOException e) {
            throw new LocalStartException(
                    "The broker cannot write to %s (%s): choose another folder with --data"
                            .formatted(data, Causes.inWords(e)),
                    e);
        }
    }

    private static void format(Path data) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .run();
        } catch (Exception e) {
            throw new IOException(Causes.innermost(e), e);
        }
    }
}
