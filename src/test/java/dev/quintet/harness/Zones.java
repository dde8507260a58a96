package dev.quintet.harness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Every zone that the JDK knows, and every change of its clocks from 1970 to 2037. */
public final class Zones {
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");

    private Zones() {}

    /** One zone of each set of rules: many names are aliases. */
    public static Collection<ZoneId> all() {
        var zones = new HashMap<Object, ZoneId>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> zones.putIfAbsent(zone.getRules(), zone));
        return zones.values();
    }

    public static List<ZoneOffsetTransition> transitions(ZoneId zone) {
        var transitions = new ArrayList<ZoneOffsetTransition>();
        var next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            transitions.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return transitions;
    }

    /** Whether a date begins, gives way to the next one, and comes again. */
    public static boolean repeatsADate(ZoneOffsetTransition transition) {
        return transition.isOverlap()
                && transition
                        .getDateTimeAfter()
                        .toLocalDate()
                        .isBefore(transition.getDateTimeBefore().minusNanos(1).toLocalDate());
    }
}
