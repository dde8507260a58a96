package dev.quintet.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's folder: formatted once, and never again over data. */
final class BrokerData {
    private BrokerData() {}

    static void prepare(Path data) {
        var identity = data.resolve("meta.properties");
        try {
            Files.createDirectories(data);
            LogDigits.makeUsual(data);
            var metadata = data.resolve("__cluster_metadata-0");
            if (Files.exists(metadata)) {
                requireUndamaged(identity, metadata);
            } else if (!Files.exists(identity)) {
                format(data);
            }
        } catch (IOException e) {
            throw new LocalStartException(
                    "The broker cannot write to %s (%s): choose another folder with --data"
                            .formatted(data, Causes.inWords(e)),
                    e);
        }
    }

    /** The broker would cut a damaged log where the damage starts, forget every topic there, and start as if all were well. */
    private static void requireUndamaged(Path identity, Path metadata) throws IOException {
        if (!Files.exists(identity)) {
            throw damaged(identity, "is missing");
        }
        try (var segments = Files.newDirectoryStream(metadata, "*.log")) {
            for (var segment : segments) {
                if (Files.size(segment) > 0 && !startsWell(segment)) {
                    throw damaged(segment, "is damaged");
                }
            }
        }
    }

    private static boolean startsWell(Path segment) throws IOException {
        try (var records = FileRecords.open(segment.toFile(), false)) {
            var batches = records.batchIterator();
            return batches.hasNext() && batches.next().isValid();
        } catch (KafkaException e) {
            return false;
        }
    }

    private static LocalStartException damaged(Path file, String how) {
        return new LocalStartException(
                "The broker's file %s %s: restore the data folder, or start on another with --data"
                        .formatted(file, how));
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
