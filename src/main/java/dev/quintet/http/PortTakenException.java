package dev.quintet.http;

/** Somebody else listens where HTTP was to. */
public final class PortTakenException extends RuntimeException {
    PortTakenException(HttpConfig config) {
        super("Port " + config.port() + " of " + config.host()
                + " is taken by another program; stop it or choose another with --port, http.port or management.port");
    }
}
