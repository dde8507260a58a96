package dev.quintet.wire;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody listens. An IPv6 literal stands in brackets, because its own colons would end where the port begins.
 *
 * @param host a name, or a literal; brackets around it are taken off
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9._-]{1,253}):([0-9]{1,5})");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})]:([0-9]{1,5})");
    private static final int PORT_MAX = 65_535;

    public HostPort {
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
    }

    /** Where this machine reaches who listens on a host: on loopback, when that is every address of the machine. */
    public static HostPort fromHere(String host, int port) {
        var at = new HostPort(host, port);
        return switch (at.host) {
            case "0.0.0.0" -> new HostPort("127.0.0.1", port);
            case "::", "0:0:0:0:0:0:0:0" -> new HostPort("::1", port);
            default -> at;
        };
    }

    /** Reads HOST:PORT or [LITERAL]:PORT; empty when it is neither. */
    public static Optional<HostPort> parse(String text) {
        var named = NAMED.matcher(text);
        if (named.matches()) {
            return of(named.group(1), named.group(2));
        }
        var bracketed = BRACKETED.matcher(text);
        return bracketed.matches() && isLiteral(bracketed.group(1))
                ? of(bracketed.group(1), bracketed.group(2))
                : Optional.empty();
    }

    private static Optional<HostPort> of(String host, String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= PORT_MAX ? Optional.of(new HostPort(host, port)) : Optional.empty();
    }

    private static boolean isLiteral(String host) {
        try {
            var _ = InetAddress.ofLiteral(host);
            return host.indexOf(':') >= 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
