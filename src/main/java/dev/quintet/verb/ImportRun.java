package dev.quintet.verb;

import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.order.Verdict;
import dev.quintet.http.OrderIntake;
import dev.quintet.http.OrderPlacement.Placed;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the orders of a file and writes their verdicts in the order of the file. Holds no more of the file than what is
 * under way.
 */
final class ImportRun {
    private final OrderIntake intake;
    private final Writer verdicts;
    private final ImportFigures figures;
    private final int inFlightMax;
    private final Duration verdictWait;
    private final DerivedIds ids = new DerivedIds();
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();

    private record UnderWay(ImportLine.Order line, Placed placed) {}

    /** @param verdictWait after which a verdict that does not come is asked for again */
    ImportRun(OrderIntake intake, Writer verdicts, ImportFigures figures, int inFlightMax, Duration verdictWait) {
        this.intake = intake;
        this.verdicts = verdicts;
        this.figures = figures;
        this.inFlightMax = inFlightMax;
        this.verdictWait = verdictWait;
    }

    void run(BoundedLines file) throws IOException, InterruptedException {
        for (var line = file.next(); line.isPresent(); line = file.next()) {
            take(line.get());
        }
        while (!underWay.isEmpty()) {
            writeOldest();
        }
        verdicts.flush();
    }

    private void take(BoundedLines.Line line) throws IOException, InterruptedException {
        if (line.problem() != null) {
            figures.skipped(line.number(), line.problem());
        } else if (!line.text().isBlank()) {
            switch (ImportLine.parse(line.text(), ids)) {
                case ImportLine.Bad(var cause) -> figures.skipped(line.number(), cause);
                case ImportLine.Order order -> send(order);
            }
        }
    }

    private void send(ImportLine.Order order) throws IOException, InterruptedException {
        if (underWay.size() == inFlightMax) {
            writeOldest();
        }
        underWay.add(new UnderWay(order, intake.place(order.order(), order.placedAt())));
        while (isJudged(underWay.peek())) {
            writeOldest();
        }
    }

    private static boolean isJudged(@Nullable UnderWay oldest) {
        return oldest != null && oldest.placed().verdict().isDone();
    }

    private void writeOldest() throws IOException, InterruptedException {
        var oldest = underWay.remove();
        var verdict = await(oldest);
        var reason = verdict.reason();
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("orderId", oldest.line().order().orderId());
        line.put("customerId", oldest.line().order().customerId());
        line.put("placedAt", Timestamps.text(oldest.line().placedAt()));
        line.put("verdict", verdict.isAccepted() ? "ACCEPTED" : "REFUSED");
        line.put("reason", reason == null ? null : reason.name());
        verdicts.write(Json.line(line));
        verdicts.write('\n');
        figures.judged(verdict.isAccepted());
    }

    /**
     * The verdict, however long it takes. Asking again is sending the same order again, which is safe; it waits until
     * Kafka has the first, so that no order of the customer overtakes it.
     */
    private Verdict await(UnderWay oldest) throws InterruptedException, IOException {
        var placed = oldest.placed();
        while (true) {
            try {
                return placed.verdict().get(verdictWait.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                verdicts.flush();
                figures.say("no verdict for " + oldest.line().order().orderId() + " in " + verdictWait.toSeconds()
                        + " s: does the orders service run? Asking again");
                if (placed.acknowledged().isDone()) {
                    placed.verdict().cancel(false);
                    placed = intake.place(oldest.line().order(), oldest.line().placedAt());
                }
            } catch (ExecutionException e) {
                throw new VerbException("Order " + oldest.line().order().orderId() + " could not be sent ("
                        + String.valueOf(e.getCause()) + "); import the file again, what was judged stays as it is");
            }
        }
    }
}
