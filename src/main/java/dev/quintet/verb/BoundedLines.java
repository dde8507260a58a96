package dev.quintet.verb;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a file, of which none is ever held beyond a bound. */
final class BoundedLines implements AutoCloseable {
    private final InputStream in;
    private final int bytesMax;
    private long number;

    BoundedLines(InputStream in, int bytesMax) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.bytesMax = bytesMax;
    }

    /**
     * A line without its end.
     *
     * @param number 1 for the first
     * @param problem why it has no text; null when it has one
     */
    record Line(long number, String text, @Nullable String problem) {}

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(512);
        long length = 0;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            length++;
            if (length <= bytesMax) {
                bytes.write(next);
            }
        }
        number++;
        return Optional.of(
                length > bytesMax
                        ? new Line(number, "", "it is longer than " + bytesMax + " bytes")
                        : decoded(bytes.toByteArray()));
    }

    private Line decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Line(number, text.toString(), null);
        } catch (CharacterCodingException _) {
            return new Line(number, "", "it is not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
