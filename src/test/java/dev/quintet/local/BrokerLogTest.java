package dev.quintet.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a newcomer sees of the demo's broker. */
final class BrokerLogTest {
    private static final String RETRIED =
            "Invalid sequence number for producer 5 at offset 18 in partition order.events-3: 3 (incoming seq. number)."
                    + " Expected sequence 0 for transactions v2 idempotent producer with no existing state.";
    private static final String LOST = "Out of order sequence number for producer 5 at offset 18 in partition"
            + " order.events-3: 7 (incoming seq. number), 3 (current end sequence number)";

    @Test
    void batchThatItsProducerSendsAgainIsNoNewsAndOneThatIsLostIs() {
        var lines = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(lines, true, UTF_8));
        try {
            var replicas = LoggerFactory.getLogger("kafka.server.ReplicaManager");
            replicas.error("Error processing append operation", new OutOfOrderSequenceException(RETRIED));
            replicas.error("Error processing append operation", new OutOfOrderSequenceException(LOST));
        } finally {
            System.setErr(before);
        }

        assertThat(lines.toString(UTF_8).lines().filter(line -> line.contains("producer 5")))
                .singleElement()
                .asString()
                .contains("ERROR", "ReplicaManager", LOST);
    }
}
