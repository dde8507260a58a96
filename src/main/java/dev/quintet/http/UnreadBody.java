package dev.quintet.http;

import io.javalin.http.Context;
import java.io.IOException;

/**
 * What was sent and not read of a request that is refused for its head or its size.
 *
 * <p>A connection that is closed while the client still sends is reset, and a client that is reset may never see the
 * answer. So the rest is read before the answer goes out, up to a bound (RFC 9112, section 9.6).
 */
final class UnreadBody {
    /** How many bytes are read at the most; a client that sends more may lose its answer. */
    private static final int BYTES_MAX = 16 << 20;

    private UnreadBody() {}

    /** Reads the rest of the body and throws it away. A client that asked before it sends has sent nothing. */
    static void discard(Context context) {
        if (context.header("Expect") != null || !hasBody(context)) {
            return;
        }
        var buffer = new byte[8_192];
        try {
            var body = context.req().getInputStream();
            int left = BYTES_MAX;
            for (int read = 0; left > 0 && read >= 0; read = body.read(buffer)) {
                left -= read;
            }
        } catch (IOException _) {
            // The client hung up, or sent a chunk that is none: nobody waits for the answer, or it says so already.
        }
    }

    private static boolean hasBody(Context context) {
        return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    }
}
