package dev.quintet.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The day of an instant, against a look at the calendar, wherever clocks were ever changed. */
final class LocalDayTest {

    @Test
    void dayHoldsExactlyTheInstantsWithItsDateAroundEveryTransitionOfEveryZone() {
        long compared = 0;
        for (var zone : Zones.all()) {
            for (var transition : Zones.transitions(zone)) {
                compared += compare(zone, transition);
            }
        }
        assertThat(compared).isGreaterThan(1_000_000);
    }

    private static long compare(ZoneId zone, ZoneOffsetTransition transition) {
        var instants = around(transition);
        long compared = 0;
        for (long at : instants) {
            var day = LocalDay.of(at, zone);
            for (long other : instants) {
                if (day.contains(other) != LocalDay.dateOf(other, zone).equals(day.date())) {
                    throw new AssertionError("%s is%s of %s in %s"
                            .formatted(Instant.ofEpochMilli(other), day.contains(other) ? "" : " not", day, zone));
                }
                compared++;
            }
        }
        return compared;
    }

    /** The transition, the midnights of both offsets nearby, each with its neighbours, and what lies between. */
    private static Set<Long> around(ZoneOffsetTransition transition) {
        long at = transition.getInstant().toEpochMilli();
        var edges = new TreeSet<Long>();
        edges.add(at);
        for (var offset : new int[] {
            transition.getOffsetBefore().getTotalSeconds(),
            transition.getOffsetAfter().getTotalSeconds()
        }) {
            long midnight = Math.floorDiv(at + offset * 1_000L, 86_400_000L) * 86_400_000L - offset * 1_000L;
            edges.add(midnight);
            edges.add(midnight + Duration.ofDays(1).toMillis());
        }
        var instants = new TreeSet<Long>();
        for (long edge : edges) {
            instants.add(edge - 1);
            instants.add(edge);
            instants.add(edge + Duration.ofMinutes(20).toMillis());
        }
        instants.add(at - Duration.ofHours(30).toMillis());
        instants.add(at + Duration.ofHours(30).toMillis());
        return instants;
    }
}
