package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of orders without ids, as other programs export it, imported and exported and imported again. */
final class ImportIT {
    private static final String ORDER = """
            {"customerId":"%s","promotionId":"burger-day","outletId":"akaso-1","lines":[{"itemId":"classic","quantity":1}],\
            "payment":{"method":"tok_ok"},"placedAt":"2016-03-02T10:00:00Z"}""";

    @TempDir
    private Path folder;

    @Test
    void lineThatIsNoOrderIsToldAndALineThatIsInsertedMakesNoOrderTwice() throws Exception {
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var _ = RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of("clock", "event"))) {
            var alice = ORDER.replace("%s", "alice");
            // given: with the mark that spreadsheets begin a file with
            var whole = importFile(broker, registry, 0, List.of("\uFEFF" + alice, alice, ORDER.replace("%s", "bob")));
            assertThat(whole.verdicts()).hasSize(3).doesNotHaveDuplicates().allMatch(line -> line.contains("ACCEPTED"));

            // when
            var again = importFile(
                    broker,
                    registry,
                    3,
                    List.of(
                            ORDER.replace("%s", "carol"),
                            alice,
                            ORDER.replace("10:00:00Z", "noon").replace("%s", "dave"),
                            alice,
                            ORDER.replace("%s", "bob")));

            // then
            assertThat(again.verdicts()).hasSize(4).containsAll(whole.verdicts());
            assertThat(again.said())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("line 3 is skipped: placedAt must be an instant")
                            .contains("2016-03-02T10:00:00Z", "2016-03-02Tnoon"));
        }
    }

    private record Imported(List<String> verdicts, List<String> said) {}

    private Imported importFile(EmbeddedBroker broker, StubRegistry registry, int exitCode, List<String> lines)
            throws Exception {
        var orders = Files.write(folder.resolve("orders.jsonl"), lines);
        var verdicts = folder.resolve("verdicts.jsonl");
        try (var process = ProcessUnderTest.quintet(
                "import",
                orders.toString(),
                "--out",
                verdicts.toString(),
                "--bootstrap",
                broker.bootstrap(),
                "--registry",
                registry.url())) {
            assertThat(process.awaitExit(PATIENCE)).as("%s", process.lines()).isEqualTo(exitCode);
            return new Imported(new ArrayList<>(Files.readAllLines(verdicts)), process.lines());
        }
    }
}
