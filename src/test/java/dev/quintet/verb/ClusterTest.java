package dev.quintet.verb;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quintet.wire.Patience;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a verb says of a broker that does not answer. */
final class ClusterTest {
    private final ArrayList<String> told = new ArrayList<>();

    @Test
    void addressWhereNothingListensIsToldWithoutWaiting() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        var everPatient = new Patience(PATIENCE.multipliedBy(10), told::add);

        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatThrownBy(() -> Cluster.connect("127.0.0.1:" + port, everPatient))
                        .isInstanceOf(VerbException.class)
                        .hasMessageContaining("127.0.0.1:" + port)
                        .hasMessageContaining("nothing listens there"));
        assertThat(told).isEmpty();
    }

    @Test
    void brokerThatTakesConnectionsAndNeverSaysAWordIsGivenUpAfterTheSetTime() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            var address = "127.0.0.1:" + silent.getLocalPort();

            assertThatThrownBy(() -> Cluster.connect(address, new Patience(Duration.ofSeconds(1), told::add)))
                    .isInstanceOf(VerbException.class)
                    .hasMessageStartingWith("Nothing came from the broker at " + address + " for 1 s")
                    .hasMessageContaining("--bootstrap")
                    .hasMessageContaining("--patience");
        }
    }

    @Test
    void registryWhereNothingListensIsToldWithoutWaiting() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        var options = CommandLine.populateCommand(
                new BrokerOptions(), "--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:" + port);

        assertThatThrownBy(options::serdes)
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("schema registry at http://127.0.0.1:" + port)
                .hasMessageContaining("nothing listens there");
    }

    @Test
    void patienceIsOneOptionOfEveryVerbThatTalksToASystem() {
        var options = CommandLine.populateCommand(new BrokerOptions(), "--patience", "5m");

        assertThat(options.patience().silence()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "999ms", "2h", "soon"})
    void patienceThatIsNoneIsAWrongUsage(String text) {
        assertThatThrownBy(() -> CommandLine.populateCommand(new BrokerOptions(), "--patience", text))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("--patience");
    }
}
