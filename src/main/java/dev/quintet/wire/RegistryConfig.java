package dev.quintet.wire;

import java.time.Duration;
import java.util.List;

/**
 * Where the registry is and how long to wait for it. Serdes with equal ones share one client and its cache.
 *
 * @param endpoints the same registry at several addresses, tried in turn
 * @param attemptTimeout how long one request may take
 * @param retryLimit how long to go on asking a registry that does not answer
 * @param unknownLimit how long to ask again for what the registry says it does not know
 * @param normalize whether the registry is to see through differences of form between schemas
 */
record RegistryConfig(
        List<RegistryEndpoint> endpoints,
        Duration attemptTimeout,
        Duration retryLimit,
        Duration unknownLimit,
        boolean normalize) {
    RegistryConfig {
        endpoints = List.copyOf(endpoints);
    }
}
