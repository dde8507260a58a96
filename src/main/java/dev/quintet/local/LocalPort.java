package dev.quintet.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Ports on loopback: finds free ones, and refuses a wanted one that is in use. */
public final class LocalPort {
    static final String HOST = "127.0.0.1";

    private LocalPort() {}

    /** A port that is free now. Somebody else may take it before it is used. */
    static int free() {
        try (var socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStartException("No free port is left on " + HOST + ": " + e.getMessage(), e);
        }
    }

    /**
     * The wanted port, or a free one when it is 0.
     *
     * @param option the name of the option that sets the port, for the message
     */
    public static int freeOr(int wanted, String option) {
        if (wanted == 0) {
            return free();
        }
        if (wanted < 0 || wanted > 65_535) {
            throw new LocalStartException(option + " must be a port, 0 to 65535, but is " + wanted);
        }
        try (var socket = bound(wanted)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStartException(
                    String.format(
                            Locale.ROOT,
                            "Port %d on %s cannot be used (%s): stop what uses it, or choose another with %s",
                            wanted,
                            HOST,
                            e.getMessage(),
                            option),
                    e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
