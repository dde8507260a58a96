package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * One answer in HTTP/1.1 while it comes in: a head, and a body as long as its Content-Length says. Reads what our own
 * server sends and costs next to nothing, because it shares the cores with what is measured.
 */
final class HttpAnswer {
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int CASE_BIT = 0x20;

    private ByteBuffer buffer = ByteBuffer.allocate(4 << 10);

    /** Where the body begins; 0 until the head is whole. */
    private int bodyFrom;

    private int bodyLength;

    /**
     * Takes in what has come.
     *
     * @return whether the answer is whole
     * @throws EOFException when the connection ended before
     */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("The connection ended in the middle of an answer");
        }
        if (bodyFrom == 0) {
            readHead();
        }
        return bodyFrom > 0 && buffer.position() >= bodyFrom + bodyLength;
    }

    /** Forgets it, for the next one on the same connection. */
    void clear() {
        buffer.clear();
        bodyFrom = 0;
    }

    int status() {
        return number(STATUS_AT);
    }

    byte[] body() {
        return Arrays.copyOfRange(buffer.array(), bodyFrom, bodyFrom + bodyLength);
    }

    boolean hasBody(byte[] expected) {
        return Arrays.equals(buffer.array(), bodyFrom, bodyFrom + bodyLength, expected, 0, expected.length);
    }

    private void readHead() throws IOException {
        var bytes = buffer.array();
        int length = -1;
        for (int at = 0; at + 3 < buffer.position(); at++) {
            if (bytes[at] != '\r') {
                continue;
            }
            if (bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                if (length < 0) {
                    throw new IOException("An answer does not say how long it is");
                }
                bodyFrom = at + 4;
                bodyLength = length;
                return;
            }
            if (isLength(at + 2)) {
                length = number(at + 2 + LENGTH.length);
            }
        }
    }

    private boolean isLength(int from) {
        if (from + LENGTH.length >= buffer.position()) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((buffer.get(from + i) | CASE_BIT) != (LENGTH[i] | CASE_BIT)) {
                return false;
            }
        }
        return true;
    }

    /** Of digits, perhaps with a space before them. */
    private int number(int from) {
        int at = from;
        while (buffer.get(at) == ' ') {
            at++;
        }
        int number = 0;
        for (; buffer.get(at) >= '0' && buffer.get(at) <= '9'; at++) {
            number = 10 * number + buffer.get(at) - '0';
        }
        return number;
    }
}
