package dev.quintet.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a client would like to wait, from its {@code Prefer} header (RFC 7240). What is not understood is ignored, as the
 * RFC asks.
 *
 * @param respondAsync whether it would rather be told later
 * @param patience for how long it would wait; empty when it does not say
 */
record Preference(boolean respondAsync, Optional<Duration> patience) {
    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,6})\"?");

    /** @param lines of the header; several count as one with commas between them */
    static Preference of(List<String> lines) {
        var tokens = tokens(String.join(",", lines));
        var patience = tokens.stream()
                .map(WAIT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                .findFirst();
        return new Preference(tokens.contains("respond-async"), patience);
    }

    /** How long to wait for the verdict, when the server waits no longer than {@code longest} for anybody. */
    Duration waitAtMost(Duration longest) {
        var wanted = patience.orElse(respondAsync ? Duration.ZERO : longest);
        return wanted.compareTo(longest) < 0 ? wanted : longest;
    }

    /** Whether the verdict is of no interest, even if it is there at once. */
    boolean wantsNoVerdict() {
        return respondAsync && patience.isEmpty();
    }

    /** What of it was done, for {@code Preference-Applied}; empty when nothing was. */
    String applied(Duration longest, boolean pending) {
        var applied = patience.filter(wanted -> wanted.compareTo(longest) <= 0)
                .map(wanted -> "wait=" + wanted.toSeconds())
                .orElse("");
        if (!respondAsync || !pending) {
            return applied;
        }
        return applied.isEmpty() ? "respond-async" : "respond-async, " + applied;
    }

    private static List<String> tokens(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(token -> token.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
