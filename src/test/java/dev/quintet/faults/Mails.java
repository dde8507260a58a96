package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.mail.MailServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an SMTP server was given, against what orders came to and what we know to have sent. */
record Mails(MailServer server) {

    static String confirmed(String orderId) {
        return "<" + orderId + ".order-confirmed@quintet>";
    }

    private static String cancelled(String orderId) {
        return "<" + orderId + ".order-cancelled@quintet>";
    }

    /** Waits until each order's mail is there; no mail is about anything else. */
    void awaitOneForEach(Set<String> completed, Set<String> ended) {
        var expected = new TreeSet<String>();
        completed.forEach(order -> expected.add(confirmed(order)));
        ended.forEach(order -> expected.add(cancelled(order)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(new TreeSet<>(server.messageIds())).isEqualTo(expected));
    }

    /** Each was kept, durably, as sent, and none was sent once more after that. Waits for what is just being kept. */
    void assertNoneTwiceOnceConfirmed(CommittedRecords records) {
        await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> {
            var sentAt = firstSentAt(records);
            assertThat(server.arrivals())
                    .allSatisfy(mail -> assertThat(sentAt.get(mail.messageId()))
                            .as("sent at, of %s", mail.messageId())
                            .isNotNull()
                            .isGreaterThanOrEqualTo(mail.atMillis()));
        });
    }

    /** When each mail was first kept as sent, by its Message-ID, in epoch milliseconds. */
    private static Map<String, Long> firstSentAt(CommittedRecords records) {
        var sentAt = new HashMap<String, Long>();
        for (var row : records.read("notification.sent")) {
            var identity = row.get("identity").toString();
            sentAt.merge(identity.substring(identity.indexOf('/') + 1), (long) row.get("sentAt"), Math::min);
        }
        return sentAt;
    }

    /** How many mails came more than once, because who sent them was killed before that was kept. */
    long repeated() {
        Map<String, Long> counts =
                server.messageIds().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return counts.values().stream().mapToLong(count -> count - 1).sum();
    }
}
