package dev.quintet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of itself, and what it refuses before anything starts. */
final class QuintetTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpListsTheVerbs(String option) {
        assertThat(run(option)).isZero();
        assertThat(out.toString()).contains("Usage: quintet", "demo", "tail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tail --help", "promotion set -h", "help tail", "help run"})
    void everyVerbHasHelpOfItsOwn(String line) {
        assertThat(run(line)).isZero();
        assertThat(out.toString()).startsWith("Usage: quintet ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsThatOfThePom(String option) throws IOException {
        assertThat(run(option)).isZero();
        assertThat(out.toString()).isEqualTo("quintet " + Quintet.VERSION + System.lineSeparator());
        assertThat(Files.readString(Path.of("pom.xml"), UTF_8)).contains("<version>" + Quintet.VERSION + "</version>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --port -1",
                "demo --port 65536",
                "demo --orders-per-second -1",
                "demo --for -5s",
                "demo --for 0s",
                "demo --for P99999999D",
                "platform --kafka-port -1",
                "platform --registry-port 70000",
                "place --customer alice --count 0",
                "place --customer alice --count -1",
                "place --customer alice --quantity 0",
                "tail order.events --max 0",
                "tail order.events --max many"
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingStarts(String line) {
        assertThat(run(line)).isEqualTo(2);
        var words = List.of(line.split(" "));
        assertThat(err.toString()).startsWith("quintet: ").contains(words.get(words.size() - 2), words.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quintet", "mvnw", ".mvn/**", ".ci/**", "*.sh"})
    void scriptsRunAfterACheckoutThatTurnsEndsOfLines(String scripts) throws IOException {
        assertThat(Files.readAllLines(Path.of(".gitattributes"), UTF_8)).contains(scripts + " text eol=lf");
    }

    private int run(String line) {
        return Quintet.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" "));
    }
}
