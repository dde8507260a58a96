package dev.quintet.http;

import java.util.Map;

/**
 * What a probe is told.
 *
 * @param live false when only a restart can help
 * @param ready whether requests should come here now
 * @param services the state of each service of this process, by name
 * @param restoring the records that services have still to read before their stores are whole, by name; only those that
 *     have any
 */
public record Readiness(boolean live, boolean ready, Map<String, String> services, Map<String, Long> restoring) {
    /** Of services whose stores are whole. */
    public Readiness(boolean live, boolean ready, Map<String, String> services) {
        this(live, ready, services, Map.of());
    }
}
