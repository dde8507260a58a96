package dev.quintet.verb;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads our standard output through a pipe. Only writing tells Java that they are gone, and a verb that waits for
 * something to print would wait for ever; the operating system knows before (poll of POSIX). Where it cannot be asked,
 * they count as there until something is written.
 */
final class ReaderOfOutput {
    private static final int STANDARD_OUTPUT = 1;

    /** POLLERR and POLLHUP, the same on every POSIX system. */
    private static final int GONE = 0x8 | 0x10;

    private static final long REVENTS_OFFSET = 6;
    private static final long BYTES = 8;

    private final @Nullable MethodHandle poll = poll();

    boolean isGone() {
        if (poll == null) {
            return false;
        }
        try (var arena = Arena.ofConfined()) {
            var asked = arena.allocate(BYTES, BYTES);
            asked.set(ValueLayout.JAVA_INT, 0, STANDARD_OUTPUT);
            int answers = (int) poll.invokeExact(asked, 1L, 0);
            return answers > 0 && (asked.get(ValueLayout.JAVA_SHORT, REVENTS_OFFSET) & GONE) != 0;
        } catch (Throwable _) {
            return false;
        }
    }

    @SuppressWarnings("restricted") // The launcher allows it; a wrong signature would show in every test of it.
    private static @Nullable MethodHandle poll() {
        try {
            var linker = Linker.nativeLinker();
            var signature = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
            return linker.defaultLookup()
                    .find("poll")
                    .map(found -> linker.downcallHandle(found, signature))
                    .orElse(null);
        } catch (UnsupportedOperationException | IllegalCallerException | IllegalArgumentException _) {
            return null;
        }
    }
}
