package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events to one client, as the HTML standard has them. What is sent is flushed at once.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream {
    static final String MEDIA_TYPE = "text/event-stream";

    /** The header by which proxies are told whether they may collect an answer before they pass it on. */
    static final String BUFFERING = "X-Accel-Buffering";

    /** Below the minute after which proxies take a connection for dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Room for one event, which is held as long as the stream is open; the server's own is 32 KiB. */
    private static final int BUFFER_BYTES = 2 << 10;

    private final OutputStream out;
    private long sentNanos = System.nanoTime();

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Says what will be answered, and that nobody between may keep it back. */
    static void head(Context context) {
        context.res().setContentType(MEDIA_TYPE);
        context.res().setHeader("Cache-Control", "no-store, no-transform");
        // Left alone, nginx collects what it passes on.
        context.res().setHeader(BUFFERING, "no");
    }

    /** Begins to answer. */
    static EventStream open(Context context) throws IOException {
        context.res().setBufferSize(BUFFER_BYTES);
        head(context);
        var stream = new EventStream(context.res().getOutputStream());
        // Reaches the client before the first event does.
        stream.heartbeat();
        return stream;
    }

    /** Sends an event; {@code json} has no line breaks. Without an id, the client stays where the id before has put it. */
    void event(@Nullable String id, String type, String json) throws IOException {
        send((id == null ? "" : "id: " + id + "\n") + "event: " + type + "\ndata: " + json + "\n\n");
    }

    /** Tells the client where it is, for when it comes back before the first event. */
    void position(String id) throws IOException {
        send("id: " + id + "\n\n");
    }

    /** Sends a heartbeat if it is time for one. */
    void keepAlive() throws IOException {
        if (isQuiet()) {
            heartbeat();
        }
    }

    /** Whether nothing was sent for so long that it is time for a heartbeat. */
    boolean isQuiet() {
        return System.nanoTime() - sentNanos > HEARTBEAT.toNanos();
    }

    /** Shows the client, and everybody between, that somebody is still here. */
    void heartbeat() throws IOException {
        send(": still here\n\n");
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
        sentNanos = System.nanoTime();
    }
}
