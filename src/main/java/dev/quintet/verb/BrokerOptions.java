package dev.quintet.verb;

import dev.quintet.local.Endpoints;
import dev.quintet.wire.Patience;
import dev.quintet.wire.WireSerdes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the running system is: given, or found on this machine.
 *
 * <p>All methods throw {@link VerbException} when nothing is given and nothing is found.
 */
final class BrokerOptions {
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

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "${env:QUINTET_PATIENCE_SECONDS:-60}s",
            converter = PatienceConverter.class,
            description =
                    "How long nothing may come from a broker, the registry or a service that is waited for, before"
                            + " it is given up. Default: ${DEFAULT-VALUE}")
    private Duration silence = Patience.USUAL;

    /** How long is waited for others; tells on standard error how it goes. */
    Patience patience() {
        return new Patience(silence, ChangingLine.onStandardError()::say);
    }

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

    /** The serdes of all topics; throws when nothing listens where the registry is. */
    WireSerdes serdes() throws InterruptedException {
        Listening.require("The schema registry at " + registryUrl(), registryAddresses());
        return new WireSerdes(serdeConfigs());
    }

    Map<String, Object> serdeConfigs() {
        return Map.of(
                "schema.registry.url",
                registryUrl(),
                "quintet.registry.retry.max.ms",
                String.valueOf(silence.toMillis()));
    }

    /** Those that are none are told by the serdes. */
    private List<InetSocketAddress> registryAddresses() {
        var addresses = new ArrayList<InetSocketAddress>();
        for (var url : registryUrl().split(",", -1)) {
            try {
                var uri = new URI(url.strip());
                if (uri.getHost() != null) {
                    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
                    addresses.add(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort()));
                }
            } catch (URISyntaxException _) {
                return List.of();
            }
        }
        return addresses;
    }

    /** Connects to the cluster; throws when nothing listens there, or nothing comes from it for too long. */
    Cluster connect() throws InterruptedException {
        return Cluster.connect(bootstrap(), patience());
    }

    private Endpoints local() {
        return Endpoints.find(data)
                .orElseThrow(() -> new VerbException("No running platform found in "
                        + data.toAbsolutePath().normalize()
                        + "; start one with `quintet demo`, or give --bootstrap and --registry"));
    }
}
