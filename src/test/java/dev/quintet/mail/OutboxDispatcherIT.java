package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.wire.Topics;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Messages from the outbox to whoever takes them. */
final class OutboxDispatcherIT extends OutboxUnderTest {
    private static final String BEHIND_ALL = "behind-all";

    @Test
    void mailArrivesOnceEvenWhenItStandsInTheOutboxTwice() throws Exception {
        write(mail("o-1"), mail("o-1"), mail("o-2"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.mails()).hasSize(2));
            // All are keyed alike here, so what comes last tells that the others were settled.
            write(mail(BEHIND_ALL));
            eventually(() -> assertThat(server.messageIds()).contains(id(BEHIND_ALL)));
        }

        assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id(BEHIND_ALL));
        var first = server.mails().getFirst();
        assertThat(first.getSubject()).isEqualTo("Your order o-1 is confirmed");
        assertThat(first.getContent().toString().strip()).isEqualTo("Grüße, 2 x classic");
        assertThat(first.getFrom()).extracting(Object::toString).containsExactly("orders@quintet.localhost");
        assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("alice@shop.example");
    }

    @Test
    void messagesWaitWhileTheServerIsAwayAndFollowWhenItIsBack() throws Exception {
        try (var dispatcher = dispatcher()) {
            write(mail("o-1"));
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1")));

            // when
            server.goAway();
            write(mail("o-2"), mail("o-3"));
            eventually(() -> assertThat(dispatcher.isWaiting()).isTrue());
            server.start();

            // then
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id("o-3")));
        }
    }

    @Test
    void recipientThatIsRefusedForNowIsTriedAgain() throws Exception {
        server.isBusyFor("alice@shop.example");
        try (var _ = dispatcher()) {
            write(mail("o-1"));
            eventually(() -> assertThat(server.putOff()).isGreaterThanOrEqualTo(2));

            server.takesAgain("alice@shop.example");

            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1")));
        }
        assertThat(read(Topics.DEAD_LETTER)).isEmpty();
    }

    @Test
    void restartDoesNotSendAgainWhatWasSentEvenWhenItsOffsetsAreLost() throws Exception {
        write(mail("o-1"), mail("o-2"));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.mails()).hasSize(2));
        }

        // when
        try (var admin = Admin.create(clientConfigs())) {
            admin.deleteConsumerGroups(List.of("quintet-notification-dispatch"))
                    .all()
                    .get();
        }
        write(mail(BEHIND_ALL));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).contains(id(BEHIND_ALL)));
        }

        // then
        assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id(BEHIND_ALL));
        assertThat(read(Topics.NOTIFICATION_SENT))
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactlyInAnyOrder("alice/" + id("o-1"), "alice/" + id("o-2"), "alice/" + id(BEHIND_ALL));
    }

    @Test
    void twoWhoShareTheOutboxSendNothingAgainThatOneOfThemSent() throws Exception {
        var before = mails("before-");
        write(before);
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.mails()).hasSize(before.length));
        }

        // when
        try (var admin = Admin.create(clientConfigs())) {
            admin.deleteConsumerGroups(List.of("quintet-notification-dispatch"))
                    .all()
                    .get();
        }
        var after = mails("after-");
        try (var _ = dispatcher();
                var _ = dispatcher()) {
            write(after);
            eventually(() -> assertThat(server.mails()).hasSizeGreaterThanOrEqualTo(before.length + after.length));
        }

        // then
        assertThat(server.messageIds()).doesNotHaveDuplicates().hasSize(before.length + after.length);
    }

    /** Of orders that lie in every partition. */
    private static Message[] mails(String prefix) {
        return IntStream.range(0, 24).mapToObj(number -> mail(prefix + number)).toArray(Message[]::new);
    }

    @Test
    void twoCustomersWhoseOrdersAreCalledTheSameBothGetTheirMail() throws Exception {
        write(to("alice@shop.example", "o-1"), to("bob@shop.example", "o-1"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-1")));
        }
    }

    @Test
    void textMessageIsALineOfJson() throws Exception {
        write(new Message("<o-1.x.sms@quintet>", "alice", Channel.SMS, "+4930123", "", "Grüße", "o-1", "x"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(folder.resolve("sms.jsonl"))
                    .hasContent("{\"messageId\":\"<o-1.x.sms@quintet>\",\"to\":\"+4930123\",\"body\":\"Grüße\","
                            + "\"orderId\":\"o-1\",\"template\":\"x\"}"));
        }
        assertThat(Files.readString(folder.resolve("sms.jsonl"))).endsWith("\n");
        assertThat(server.mails()).isEmpty();
    }
}
