package dev.quintet.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of one local system, held by one process at a time. The lock ends with the process, even by kill -9. */
final class DataFolder implements AutoCloseable {
    private static final long FREE_BYTES_MIN = 200L << 20;

    // A process does not see its own file locks as taken, and would lose the first by closing a second.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws LocalStartException when the folder is not writable, is in use, or its disk is nearly full, or its path has a comma */
    static DataFolder hold(Path folder) {
        if (folder.toAbsolutePath().normalize().toString().indexOf(',') >= 0) {
            throw new LocalStartException(
                    "The data folder " + folder.toAbsolutePath().normalize()
                            + " has a comma in its path, where a broker would take it for two folders: choose another with --data");
        }
        try {
            var path = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
            requireSpace(path);
            return hold(path, HELD.add(path));
        } catch (IOException e) {
            throw new LocalStartException(
                    "The data folder %s cannot be written (%s): choose another with --data"
                            .formatted(folder.toAbsolutePath(), Causes.inWords(e)),
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
        HELD.remove(path);
    }

    private static DataFolder hold(Path path, boolean freeInThisProcess) throws IOException {
        if (!freeInThisProcess) {
            throw inUse(path, "this process");
        }
        try {
            return new DataFolder(path, locked(path));
        } catch (IOException | RuntimeException e) {
            HELD.remove(path);
            throw e;
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new LocalStartException(String.format(
                    Locale.ROOT,
                    "Only %d MB are free on the disk of %s, and %d are needed: free some, or choose another folder with --data",
                    free >> 20,
                    path,
                    FREE_BYTES_MIN >> 20));
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        var file = path.resolve("quintet.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(path, holder(file));
            }
            var pid = String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(pid));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(Path file) throws IOException {
        var pid = Files.readString(file).strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static LocalStartException inUse(Path path, String holder) {
        return new LocalStartException("The data folder " + path + " is in use by " + holder
                + ": stop that one first, or choose another folder with --data");
    }
}
