package dev.quintet.verb;

import dev.quintet.wire.RegistryRefusedException;
import dev.quintet.wire.RegistryUnavailableException;
import dev.quintet.wire.WireSerdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the registry know what verdicts write before the first order comes, beside the start of the service. */
final class VerdictSchemas {
    private static final Logger LOG = LoggerFactory.getLogger(VerdictSchemas.class);

    private volatile boolean done;

    private VerdictSchemas() {}

    static VerdictSchemas introduce(WireSerdes serdes) {
        var schemas = new VerdictSchemas();
        Thread.ofVirtual().name("introduce-verdicts").start(() -> schemas.run(serdes));
        return schemas;
    }

    /** A registry that is away for so long, or refuses, is told by whoever writes; readiness is not for the registry. */
    private void run(WireSerdes serdes) {
        try {
            serdes.introduceVerdicts();
        } catch (RegistryUnavailableException | RegistryRefusedException e) {
            LOG.warn("the schema registry does not know the schemas of verdicts yet: {}", e.getMessage());
        }
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
