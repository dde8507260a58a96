package dev.quintet.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

/**
 * Folders of stores that hold nothing. A window store keeps its offset in its windows, so one without any looks like one
 * that was not closed in order, and Kafka Streams would start its task a second time, with warnings.
 */
final class EmptyStores {
    private EmptyStores() {}

    /** Deletes them from the state of an application that does not run. */
    static void delete(Path stateFolder, String applicationId) {
        var application = stateFolder.resolve(applicationId);
        if (!Files.isDirectory(application)) {
            return;
        }
        try (var tasks = Files.newDirectoryStream(application, Files::isDirectory)) {
            for (var task : tasks) {
                deleteIn(task);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the task's other stores, which would look as if they had lost one: what goes with a store without windows is little. */
    private static void deleteIn(Path task) throws IOException {
        boolean hasEmptyStore = false;
        try (var stores = Files.newDirectoryStream(task, Files::isDirectory)) {
            for (var store : stores) {
                hasEmptyStore |= isEmpty(store);
            }
        }
        if (hasEmptyStore) {
            Utils.delete(task.toFile());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
