package dev.quintet.verb;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Standard output, for every verb: what prints to it never fails, but whether it could be written is known at any time and
 * at the end. Java's own stream keeps that to itself, so a verb would print to nobody for ever, or say that all went well
 * when the disk was full.
 */
public final class Output extends OutputStream {
    private static volatile @Nullable Output standard;

    private final OutputStream out;
    private final ReaderOfOutput reader = new ReaderOfOutput();
    private volatile @Nullable IOException failure;

    Output(OutputStream out) {
        this.out = out;
    }

    /** Takes the place of {@link System#out}, and is what the command line prints to. */
    @SuppressWarnings("PrivilegedApi")
    public static Output install(CommandLine commandLine) {
        var output = new Output(new FileOutputStream(FileDescriptor.out));
        var charset = System.out.charset();
        System.setOut(new PrintStream(new BufferedOutputStream(output), true, charset));
        commandLine.setOut(new PrintWriter(System.out, true, charset));
        standard = output;
        return output;
    }

    /** Whether nobody will ever see what is printed from now on: whoever read it is gone, or it could not be written. */
    static boolean isLost() {
        var output = standard;
        return output != null && (output.failure != null || output.reader.isGone());
    }

    /** Why the output is not whole; null when it is, or when whoever read it had enough. */
    public @Nullable String problem() {
        System.out.flush();
        var failed = failure;
        return failed == null || reader.isGone() ? null : "the output could not be written: " + failed.getMessage();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
