package dev.quintet.http;

import java.util.List;
import java.util.Map;

/**
 * What a probe is told.
 *
 * @param live false when only a restart can help
 * @param ready whether requests should come here now
 * @param services the state of each service of this process, by name
 * @param restoring the records that services have still to read before their stores are whole, by name; only those that
 *     have any
 * @param missing what has not been seen yet that requests need, in words for people
 */
public record Readiness(
        boolean live, boolean ready, Map<String, String> services, Map<String, Long> restoring, List<String> missing) {
    /** Of services whose stores are whole. */
    public Readiness(boolean live, boolean ready, Map<String, String> services) {
        this(live, ready, services, Map.of());
    }

    /** Of a process that has seen all it needs. */
    public Readiness(boolean live, boolean ready, Map<String, String> services, Map<String, Long> restoring) {
        this(live, ready, services, restoring, List.of());
    }
}
