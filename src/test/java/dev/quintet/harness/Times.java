package dev.quintet.harness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The times of a story. */
public final class Times {
    /** The day on which stories happen unless they say otherwise. */
    public static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private Times() {}

    /** A time of the story's day in UTC ({@code 10:00}, {@code 10:00:00.001}), of the day after ({@code +1d 10:00}), or an instant. */
    public static Instant at(String time) {
        if (time.contains("T")) {
            return Instant.parse(time);
        }
        if (time.startsWith("+")) {
            int days = Integer.parseInt(time.substring(1, time.indexOf('d')));
            return on(DAY.plusDays(days), time.substring(time.indexOf(' ') + 1));
        }
        return on(DAY, time);
    }

    private static Instant on(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
