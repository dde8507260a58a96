package dev.quintet.domain.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * All instants at which the calendar of a zone shows one date. They are one stretch of time nearly always, and two where
 * clocks go back across midnight: the date comes, the next one begins, and the first is shown again.
 *
 * @param pieces earliest first; none touches the next
 */
record LocalDay(LocalDate date, ZoneId zone, List<Interval> pieces) implements Span {
    private static final long DAY_SECONDS = 86_400;
    /** No zone is further from UTC, so no instant of a date lies further from that date in UTC. */
    private static final long OFFSET_SECONDS_MAX = ZoneOffset.MAX.getTotalSeconds();

    /** The day that holds an instant. */
    static LocalDay of(long millis, ZoneId zone) {
        var date = dateOf(millis, zone);
        return new LocalDay(date, zone, pieces(date, zone));
    }

    static LocalDate dateOf(long millis, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    /** Where the offset is the same, the date is one stretch; what touches is put together. */
    private static List<Interval> pieces(LocalDate date, ZoneId zone) {
        long midnight = date.toEpochDay() * DAY_SECONDS;
        long from = midnight - OFFSET_SECONDS_MAX;
        long end = midnight + DAY_SECONDS + OFFSET_SECONDS_MAX;
        var rules = zone.getRules();
        var pieces = new ArrayList<Interval>(1);
        while (from < end) {
            var instant = Instant.ofEpochSecond(from);
            long offset = rules.getOffset(instant).getTotalSeconds();
            var transition = rules.nextTransition(instant);
            long until = transition == null ? end : Math.min(end, transition.toEpochSecond());
            long first = Math.max(from, midnight - offset);
            long last = Math.min(until, midnight + DAY_SECONDS - offset);
            if (first < last) {
                add(pieces, new Interval(first * 1_000, last * 1_000));
            }
            from = until;
        }
        return pieces;
    }

    private static void add(List<Interval> pieces, Interval next) {
        if (!pieces.isEmpty() && pieces.getLast().until() == next.from()) {
            pieces.set(pieces.size() - 1, new Interval(pieces.getLast().from(), next.until()));
        } else {
            pieces.add(next);
        }
    }

    @Override
    public boolean contains(long millis) {
        for (var piece : pieces) {
            if (piece.contains(millis)) {
                return true;
            }
        }
        return false;
    }

    /** The earliest instant of the date, in epoch milliseconds. */
    long from() {
        return pieces.getFirst().from();
    }

    /** The first instant after one of this day at which the calendar shows another date; earlier dates can come again. */
    long changesAfter(long millis) {
        for (var piece : pieces) {
            if (piece.contains(millis)) {
                return piece.until();
            }
        }
        throw new IllegalArgumentException(millis + " is not in " + date + " of " + zone);
    }

    /**
     * The earliest instant whose slots matter to an order of this day: for the day itself, and for an earlier date that
     * comes again after the order, because the order may be told to wait for it.
     */
    long reachesBackTo(long millis) {
        long earliest = from();
        long next = changesAfter(millis);
        for (var day = of(next, zone); !day.date.isAfter(date); day = of(next, zone)) {
            earliest = Math.min(earliest, day.from());
            next = day.changesAfter(next);
        }
        return earliest;
    }
}
