package dev.quintet.verb;

import dev.quintet.http.JsonObject;
import dev.quintet.http.OrderIntake;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Send orders with times of their own, one a line, into a system that runs on the event clock.",
        footer = {
            "",
            "A line has the fields of POST /v1/orders and \"placedAt\". An order without an id gets one that follows from"
                    + " what it says and from how many orders before it in the file say the same. A line that can't be read"
                    + " is reported and skipped. Run again, also with lines inserted, it leaves the limit exact: an order"
                    + " that was judged gets its verdict again.",
            "",
            "Exit code: 0 when every line was an order and judged, 3 when lines were skipped."
        })
public final class ImportVerb extends ClusterVerb {
    private static final int SOME_SKIPPED = 3;

    /** Below what an intake lets wait, with room for what is asked again. */
    private static final int IN_FLIGHT_MAX = 5_000;

    @Parameters(paramLabel = "FILE.jsonl", description = "The orders.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "VERDICTS.jsonl",
            required = true,
            description = "Where verdicts are written.")
    private Path out = Path.of("");

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "How many orders are under way at once, 1 to " + IN_FLIGHT_MAX + ". Default: ${DEFAULT-VALUE}")
    private int inFlight;

    @Override
    public Integer call() throws InterruptedException {
        if (inFlight < 1 || inFlight > IN_FLIGHT_MAX) {
            throw new ParameterException(commandLine(), "--in-flight must be 1 to " + IN_FLIGHT_MAX);
        }
        var serdes = broker.serdes();
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.ORDER_COMMANDS, Topics.ORDER_VERDICTS);
            cluster.requireEventClock("import");
            requireTwoFiles();
            try (var orders = new BoundedLines(
                            TextForm.require(file.toString(), Files.newInputStream(file)), JsonObject.BYTES_MAX);
                    var verdicts = Files.newBufferedWriter(out);
                    var intake = OrderIntake.openPatiently(
                            cluster.clientConfigs(), serdes, "import-" + UUID.randomUUID(), cluster.patience())) {
                var figures = new ImportFigures(ChangingLine.onStandardError());
                new ImportRun(
                                intake,
                                verdicts,
                                figures,
                                inFlight,
                                cluster.patience().silence())
                        .run(orders);
                figures.finish();
                return figures.hasSkipped() ? SOME_SKIPPED : 0;
            }
        } catch (NoSuchFileException e) {
            throw new VerbException("There is no file or folder " + e.getFile());
        } catch (IOException e) {
            throw new VerbException("Reading " + file + " or writing " + out + " failed: " + e.getMessage());
        }
    }

    /** Opening the one for writing would empty the other. */
    private void requireTwoFiles() throws IOException {
        if (Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
            throw new ParameterException(commandLine(), "--out must be another file than the one that is read");
        }
    }
}
