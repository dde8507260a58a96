package dev.quintet.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * No language, time zone or charset of the machine: what a JVM writes into names of files, keys and figures would differ
 * from one machine to the next. Kafka's broker names its logs in digits of the language, and takes those of another one for
 * strays, which it deletes.
 */
public final class PlainJvm {
    /** Options that make it so in a JVM from its start. */
    public static final List<String> OPTIONS = List.of(
            "-Duser.language=en",
            "-Duser.country=",
            "-Duser.extensions=",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private PlainJvm() {}

    /** Makes it so in this JVM, whatever it was started with. To be called before anything else. */
    public static void begin() {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (!System.out.charset().equals(UTF_8)) {
            System.setProperty("stdout.encoding", UTF_8.name());
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
        }
        if (!System.err.charset().equals(UTF_8)) {
            System.setProperty("stderr.encoding", UTF_8.name());
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        }
    }
}
