package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream of server-sent events while it comes in: a head in HTTP/1.1, then events in chunks. Comments are left out. */
final class EventParser {
    private final Listener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    /** A line of an event may lie in two chunks. */
    private final ByteArrayOutputStream event = new ByteArrayOutputStream(256);

    private State state = State.STATUS;
    private int status;
    private boolean isChunked;
    private int left;
    private String id = "";
    private String data = "";

    EventParser(Listener listener) {
        this.listener = listener;
    }

    /** Is told of each event. */
    @FunctionalInterface
    interface Listener {
        /**
         * Takes the next event.
         *
         * @param id empty when it has none
         */
        void event(String id, String data) throws IOException;
    }

    private enum State {
        STATUS,
        HEADER,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        END
    }

    /** The status of the answer; 0 until it is there. */
    int status() {
        return status;
    }

    /** Whether the head is whole. */
    boolean isOpen() {
        return state != State.STATUS && state != State.HEADER;
    }

    /** Whether the server has ended the stream. */
    boolean isOver() {
        return state == State.END;
    }

    /** Takes in what has come. */
    void take(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && state != State.END) {
            byte next = bytes.get();
            if (state == State.CHUNK) {
                content(next);
                left--;
                state = left == 0 ? State.CHUNK_END : State.CHUNK;
            } else if (next == '\n') {
                endOfLine();
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void endOfLine() throws IOException {
        var text = line.toString(US_ASCII);
        switch (state) {
            case STATUS -> {
                status = Integer.parseInt(text.split(" ", -1)[1]);
                state = State.HEADER;
            }
            case HEADER -> {
                isChunked |= text.equalsIgnoreCase("Transfer-Encoding: chunked");
                if (text.isEmpty()) {
                    state = isChunked ? State.CHUNK_SIZE : State.END;
                }
            }
            case CHUNK_SIZE -> {
                left = Integer.parseInt(text, 16);
                state = left == 0 ? State.END : State.CHUNK;
            }
            default -> state = State.CHUNK_SIZE;
        }
    }

    private void content(byte next) throws IOException {
        if (next != '\n') {
            event.write(next);
            return;
        }
        var text = event.toString(UTF_8);
        event.reset();
        if (text.startsWith("id: ")) {
            id = text.substring(4);
        } else if (text.startsWith("data: ")) {
            data = text.substring(6);
        } else if (text.isEmpty() && !data.isEmpty()) {
            listener.event(id, data);
            data = "";
        }
    }
}
