package dev.quintet.verb;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/**
 * Whether anybody listens where a verb wants to go. A machine that refuses a connection answers at once and for certain,
 * so that nobody has to wait for what is not there; one that does not answer may be slow.
 */
final class Listening {
    private static final int LOOKS = 4;
    private static final int PAUSE_MILLIS = 500;
    private static final int CONNECT_MILLIS = 1_000;

    private Listening() {}

    /**
     * Returns at once when anything listens at one of the addresses, or nobody can tell.
     *
     * @param what listens there, for the message
     * @throws VerbException when every address refused a connection, again and again for 1.5 seconds
     */
    static void require(String what, List<InetSocketAddress> addresses) throws InterruptedException {
        for (int look = 1; !addresses.isEmpty() && addresses.stream().allMatch(Listening::refuses); look++) {
            if (look == LOOKS) {
                throw new VerbException(what + ": the connection is refused, nothing listens there. Is it running, and"
                        + " is the address right?");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean refuses(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return false;
        } catch (ConnectException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
