package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.Ledger.Knowledge;
import dev.quintet.harness.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole demo is killed in the middle of load, again and again on the same data: nothing acknowledged is lost, no
 * sixth slot appears, the same order keeps its verdict, and every accepted one comes to a truthful end. {@code -Dquintet.crash.rounds=N} repeats it more often.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("quintet.crash.rounds", 2);

    /** 70 % off 8.90 EUR. */
    private static final long CLASSIC_MINOR = 267;

    private final SplittableRandom random = Seeds.random("CrashIT");
    private final Ledger ledger = new Ledger();

    @TempDir
    private Path data;

    @Test
    void nothingAcknowledgedIsLostAndNoSlotIsGivenTwice() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            if (round % 3 == 0) {
                crashWhileItStarts(round);
            }
            try (var demo = RunningDemo.start(data)) {
                print(round, "first 201 after " + demo.awaitFirstAccepted().toMillis() + " ms");
                demo.repetition(ledger).requireSameVerdicts();
                demo.facts().assertSound();
                var load = demo.load(ledger, "r" + round, random.split());
                int enough = 200 + random.nextInt(200);
                await().atMost(PATIENCE).until(() -> load.answered() >= enough);
                if (round % 4 == 0) {
                    // An ordered stop flushes the stores, so that the next kill finds files with state in them.
                    load.close();
                    print(round, "stopped in order in " + demo.stop().toMillis() + " ms");
                } else {
                    demo.kill9();
                    load.close();
                }
            }
            print(
                    round,
                    String.format(
                            Locale.ROOT,
                            "%d judged, %d taken, %d unknown",
                            ledger.count(Knowledge.JUDGED),
                            ledger.count(Knowledge.TAKEN),
                            ledger.count(Knowledge.NOTHING)));
            assertThat(ledger.contradictions()).isEmpty();
        }
        requireSoundEnd();
    }

    /** The end of a killed process in the middle of its recovery: anywhere from the broker's start to the first order. */
    private void crashWhileItStarts(int round) {
        try (var demo = RunningDemo.begin(data)) {
            var until = List.of("starting the broker", "waiting for the schema registry", "waiting for the services")
                    .get(random.nextInt(3));
            var more = Duration.ofMillis(random.nextInt(3_000));
            print(round, "killed " + more.toMillis() + " ms after \"" + until + "\"");
            demo.kill9After(until, more);
        }
    }

    private void requireSoundEnd() throws Exception {
        try (var demo = RunningDemo.start(data)) {
            demo.repetition(ledger).requireSameVerdicts();
            demo.repetition(ledger).settle();
            assertThat(ledger.contradictions()).isEmpty();
            assertThat(ledger.count(Knowledge.JUDGED))
                    .isEqualTo(ledger.entries().size());
            var facts = demo.facts();
            facts.assertSound();
            var byOrder = facts.byOrder();
            assertThat(ledger.entries()).allSatisfy(entry -> {
                var told = entry.status() == 201;
                assertThat(byOrder.get(entry.order().orderId()))
                        .as("fact of %s", entry)
                        .isNotNull()
                        .matches(fact -> fact.accepted() == told);
            });
            print(ROUNDS, byOrder.size() + " orders, each with one verdict that says what its caller was told");
            requireTruthfulEnds(demo);
        }
    }

    /** S1 and M1: every accepted order comes to an end, and who got what they ordered paid for it once. */
    private static void requireTruthfulEnds(RunningDemo demo) throws Exception {
        await().pollInterval(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> demo.facts().open().isEmpty());
        var facts = demo.facts();
        facts.assertSound();
        var completed = facts.ended("OrderCompleted");
        Money.read(demo.records()).assertBalances(completed, CLASSIC_MINOR);
        print(
                ROUNDS,
                completed.size() + " orders completed and paid once, "
                        + facts.ended("OrderCancelled").size() + " cancelled and not paid");
    }

    private static void print(int round, String what) {
        System.out.println("CrashIT, round " + round + ": " + what);
    }
}
