package dev.quintet.mail;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.notification.Channel;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What can't be sent, for now or for good, and what is told of it. */
final class OutboxFaultsIT extends OutboxUnderTest {
    @Test
    void faultOfOursIsADeadLetterAndThePartitionGoesOn() throws Exception {
        var taken = new CopyOnWriteArrayList<String>();
        MessageSender faulty = message -> {
            if (message.orderId().equals("o-1")) {
                throw new IllegalArgumentException("can't be encoded");
            }
            taken.add(message.orderId());
        };
        write(mail("o-1"), mail("o-2"));

        try (var _ = OutboxDispatcher.start(clientConfigs(), serdes, Map.of(Channel.EMAIL, faulty))) {
            eventually(() -> assertThat(taken).containsExactly("o-2"));
        }

        assertThat(read(Topics.DEAD_LETTER))
                .satisfiesExactly(letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                        .contains("A fault of ours", "can't be encoded"));
    }

    @Test
    void threadThatDiesIsTold() throws Exception {
        MessageSender fatal = _ -> {
            throw new StackOverflowError("of the test");
        };
        write(mail("o-1"));

        try (var dispatcher = OutboxDispatcher.start(clientConfigs(), serdes, Map.of(Channel.EMAIL, fatal))) {
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> !dispatcher.isLive());
            assertThat(dispatcher.state()).isEqualTo("STOPPED");
        }
    }

    @Test
    void lagIsWhatTheBrokerKnowsWhileTheServerIsAway() throws Exception {
        server.goAway();
        write(to("tomáš.dvořáček@example.com", "o-1"), mail("o-2"), mail("o-3"));

        try (var dispatcher = dispatcher()) {
            eventually(() -> {
                assertThat(dispatcher.state()).isEqualTo("WAITING");
                assertThat(dispatcher.lag()).containsEntry(Topics.NOTIFICATION_OUTBOX, 3L);
            });

            server.start();
            eventually(() -> {
                assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id("o-3"));
                assertThat(dispatcher.lag()).containsEntry(Topics.NOTIFICATION_OUTBOX, 0L);
            });
        }
    }

    @Test
    void refusedAddressAndGarbageBecomeDeadLettersAndHoldNobodyUp() throws Exception {
        server.knowsNot("alice@shop.example");
        write(mail("o-1"), to("no address", "o-2"));
        writeBytes("not avro".getBytes(UTF_8));
        write(to("bob@shop.example", "o-3"));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-3")));
        }

        assertThat(read(Topics.DEAD_LETTER))
                .satisfiesExactly(
                        letter -> {
                            assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                    .contains("550 no such mailbox");
                            assertThat(header(letter, Headers.DEAD_LETTER_TOPIC))
                                    .isEqualTo("notification.outbox");
                            assertThat(header(letter, Headers.DEAD_LETTER_OFFSET))
                                    .isEqualTo("0");
                            assertThat(serdes.outboxMessage().deserializer().deserialize("", letter.value()))
                                    .isEqualTo(mail("o-1"));
                        },
                        letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                .contains("No address of mail"),
                        letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                .contains("Magic byte"));
    }
}
