package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.harness.Seeds;
import dev.quintet.local.Platform;
import dev.quintet.mail.MailServer;
import dev.quintet.wire.Stores;
import dev.quintet.wire.ViewsGeneration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The views are built anew beside those that are served, while people order and look: nobody notices, and what comes out is
 * what was there, byte for byte.
 */
class ViewsRebuildIT {
    private static final List<String> SERVICES =
            List.of("orders", "stock", "payment", "shipping", "notification", "views");
    private static final ViewsGeneration OLD = ViewsGeneration.FIRST;
    private static final ViewsGeneration NEW = new ViewsGeneration("v2");

    @TempDir
    private Path folder;

    @Test
    void rebuiltViewsEqualTheOldOnesByteForByteAndReadersNoticeNothing() throws Exception {
        try (var platform = Platform.start(folder.resolve("platform"), 0, 0, _ -> {});
                var mail = startedMailServer();
                var services = RunningServices.start(
                        folder,
                        platform.bootstrap(),
                        platform.registryUrl(),
                        Map.of("stream.threads", "1", "smtp.port", String.valueOf(mail.port())),
                        SERVICES)) {
            var records = new CommittedRecords(platform.bootstrap(), platform.registryUrl());
            var sales = new Sales(services.shop(), records);
            sales.open();
            // given: accepted, refused, undone and cancelled orders, some before and most during
            var random = Seeds.random("ViewsRebuildIT");
            var pattern = new Load.Pattern(8, 40, new AllSorts(false));
            try (var load = new Load(sales.shop(), sales.ledger(), "r", random, pattern);
                    var readers = new Readers(sales.shop(), sales.ledger())) {
                await().atMost(PATIENCE).until(() -> load.answered() > 100);

                // when
                try (var rebuild = verb(platform, "rebuild", "--as", "v2", "--work", work())) {
                    rebuild.awaitLine("views v2 are published", PATIENCE);
                    // Given up after 40 seconds if nobody cancels it, so that it is open for all of the change.
                    sales.place(Posted.classic("silent", "silent", "tok_timeout"));
                    var heard = sales.shop().events("/v1/orders/silent/stream");
                    rebuild.awaitLine("views v2 are served, v1 have ended", PATIENCE);

                    // then
                    assertThat(services.linesWith("views v2 are served")).hasSize(1);
                    assertThat(heard).isNotDone();
                    assertThat(sales.shop().delete("/v1/orders/silent").status())
                            .isIn(200, 202);
                    assertEachFactOnce(heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), sales);
                    assertThat(rebuild.awaitExit(PATIENCE)).isZero();
                }
                int answered = load.answered();
                await().atMost(PATIENCE).until(() -> load.answered() > answered + 50);
                readers.assertNeverSawTimeGoBack();
                System.out.println("ViewsRebuildIT: " + readers);
            }
            awaitRest(sales);
            assertThat(sales.facts().ended("OrderCompleted")).isNotEmpty();
            assertThat(sales.facts().ended("OrderCancelled")).contains("silent");
            new ShownOrders(sales.shop()).assertEqual(sales.facts());

            // given: nobody rebuilds or drops what is served
            refuses(platform, "The views v2 are served now", "rebuild", "--as", "v2", "--work", work());
            refuses(platform, "The views v2 are served now", "drop", "--generation", "v2");
            refuses(platform, "There are no views v3; there are: v1, v2", "drop", "--generation", "v3");

            // when: the old ones go on where they stopped, and are served again
            assertThat(views(platform, "rebuild", "--as", "v1", "--work", work()))
                    .anyMatch(line -> line.startsWith("views v1 go on where they stopped"))
                    .anyMatch(line -> line.startsWith("views v1 are served, v2 have ended"));

            // then
            assertSameRows(records);
            services.assertUnharmed();

            // when, then
            assertThat(views(platform, "drop", "--generation", "v2")).anyMatch(line -> line.startsWith("deleted "));
            assertThat(views(platform, "list")).singleElement().asString().startsWith("v1 ");
        }
    }

    @Test
    void podsChangeOverAtMomentsOfTheirOwnAndAnswerForOneAnotherMeanwhile() throws Exception {
        try (var platform = Platform.start(folder.resolve("platform"), 0, 0, _ -> {});
                var first = pod(platform, "pod-1", "orders", "stock", "payment", "shipping", "views");
                var second = pod(platform, "pod-2", "views")) {
            await().atMost(PATIENCE).until(() -> first.isReady() && second.isReady());
            var sales = new Sales(first.shop(), new CommittedRecords(platform.bootstrap(), platform.registryUrl()));
            sales.open();
            var random = Seeds.random("ViewsRebuildIT pods");
            var pattern = new Load.Pattern(10, 40, new AllSorts(false));
            try (var load = new Load(sales.shop(), sales.ledger(), "p", random, pattern);
                    var here = new Readers(first.shop(), sales.ledger(), true);
                    var there = new Readers(second.shop(), sales.ledger(), true)) {
                await().atMost(PATIENCE).until(() -> load.answered() > 50);

                // when
                assertThat(views(platform, "rebuild", "--as", "v2", "--work", work()))
                        .anyMatch(line -> line.startsWith("views v2 are served, v1 have ended"));

                // then
                assertThat(first.linesWith("views v2 are served")).hasSize(1);
                assertThat(second.linesWith("views v2 are served")).hasSize(1);
                int answered = load.answered();
                await().atMost(PATIENCE).until(() -> load.answered() > answered + 20);
                here.assertNeverSawTimeGoBack();
                there.assertNeverSawTimeGoBack();
                System.out.println("ViewsRebuildIT: at one pod " + here + ", at the other " + there);
            }
            first.assertUnharmed();
            second.assertUnharmed();
        }
    }

    private RunningServices pod(Platform platform, String name, String... services) throws Exception {
        return RunningServices.start(
                Files.createDirectories(folder.resolve(name)),
                platform.bootstrap(),
                platform.registryUrl(),
                Map.of("instance.id", name, "stream.threads", "1"),
                List.of(services));
    }

    /** The stream was open from before the first change to the end of the order. */
    private static void assertEachFactOnce(List<String> lines, Sales sales) {
        var ids = lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring(4)))
                .toList();
        var facts = sales.facts().of("silent");
        assertThat(facts.getLast().isEnd()).isTrue();
        assertThat(ids).isEqualTo(facts.stream().map(OrderFacts.Fact::version).toList());
    }

    private static void assertSameRows(CommittedRecords records) {
        for (int i = 0; i < OLD.topics().size(); i++) {
            var old = OLD.topics().get(i).name();
            if (!old.equals(OLD.customerOrders())) {
                var rows = rows(records, old);
                System.out.println("ViewsRebuildIT: " + old + " has " + rows.size() + " rows");
                // No order is stuck when all have come to rest.
                assertThat(rows.isEmpty()).isEqualTo(old.contains(Stores.STUCK_ORDERS));
                assertThat(rows(records, NEW.topics().get(i).name())).isEqualTo(rows);
            }
        }
    }

    /** Byte for byte, but for the offset that the last change of a row has on the topic of its generation. */
    private static Map<String, String> rows(CommittedRecords records, String topic) {
        return topic.contains(Stores.CUSTOMER_ORDERS) ? records.rowsWithout("change", topic) : records.rows(topic);
    }

    private static MailServer startedMailServer() {
        var mail = new MailServer();
        mail.start();
        return mail;
    }

    private String work() {
        return folder.resolve("work").toString();
    }

    private static void awaitRest(Sales sales) {
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> sales.facts().open().isEmpty());
    }

    /** Runs a verb, which must succeed, and gives what it printed. */
    private static List<String> views(Platform platform, String... arguments) {
        try (var process = verb(platform, arguments)) {
            int exit = process.awaitExit(PATIENCE);
            assertThat(exit).as("%s", process.lines()).isZero();
            return process.lines();
        }
    }

    private static void refuses(Platform platform, String why, String... arguments) {
        try (var process = verb(platform, arguments)) {
            assertThat(process.awaitExit(PATIENCE)).isEqualTo(1);
            // Lines before it say what was waited for.
            assertThat(process.lines()).last().asString().startsWith("quintet: " + why);
        }
    }

    private static ProcessUnderTest verb(Platform platform, String... arguments) {
        var where = Stream.of("--bootstrap", platform.bootstrap(), "--registry", platform.registryUrl());
        var all = Stream.of(Stream.of("views"), Stream.of(arguments), where).flatMap(words -> words);
        return ProcessUnderTest.quintet(all.toArray(String[]::new));
    }
}
