package dev.quintet.verb;

import dev.quintet.local.Endpoints;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the running system is: given, or found on this machine.
 *
 * <p>All methods throw {@link VerbException} when nothing is given and nothing is found.
 */
final class BrokerOptions {
    /** A person waits: the registry is given up sooner than a service would. */
    private static final String REGISTRY_RETRY_MS = "5000";

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "A broker, instead of the local one.")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry, instead of the local one.")
    private @Nullable String registry;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:quintet.home:-.}/.quintet",
            description = "The data folder of the local demo or platform. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".quintet");

    String bootstrap() {
        if (bootstrap == null && registry != null) {
            throw new VerbException("--registry is given but --bootstrap is not: give both, or neither");
        }
        return bootstrap == null ? local().bootstrap() : bootstrap;
    }

    String registryUrl() {
        if (registry == null && bootstrap != null) {
            throw new VerbException("--bootstrap is given but --registry is not: give both, or neither");
        }
        return registry == null ? local().registryUrl() : registry;
    }

    /** The serdes of all topics. */
    WireSerdes serdes() {
        return new WireSerdes(serdeConfigs());
    }

    Map<String, Object> serdeConfigs() {
        return Map.of("schema.registry.url", registryUrl(), "quintet.registry.retry.max.ms", REGISTRY_RETRY_MS);
    }

    /** Connects to the cluster; throws when no broker answers. */
    Cluster connect() throws InterruptedException {
        return Cluster.connect(bootstrap());
    }

    private Endpoints local() {
        return Endpoints.find(data)
                .orElseThrow(() -> new VerbException("No running platform found in "
                        + data.toAbsolutePath().normalize()
                        + "; start one with `quintet demo`, or give --bootstrap and --registry"));
    }
}
