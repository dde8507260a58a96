package dev.quintet.http;

import java.util.Map;

/**
 * What a probe is told.
 *
 * @param live false when only a restart can help
 * @param ready whether requests should come here now
 * @param services the state of each service of this process, by name
 */
public record Readiness(boolean live, boolean ready, Map<String, String> services) {}
