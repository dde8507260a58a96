package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is told to a mail server of addresses in any alphabet, by the server's own record. */
final class SmtpSenderTest {

    @Test
    void addressBeyondAsciiGoesOutAsItIsWhereTheServerCarriesIt() throws Exception {
        try (var peer = new SmtpPeer("8BITMIME", "SMTPUTF8");
                var sender = sender(peer)) {
            sender.send(to("šef@example.com"));

            assertThat(peer.lines())
                    .contains("MAIL FROM:<orders@quintet.localhost> SMTPUTF8")
                    .contains("RCPT TO:<šef@example.com>")
                    .contains("To: šef@example.com")
                    .noneMatch(line -> line.contains("aef@example.com"));
        }
    }

    @Test
    void addressBeyondAsciiIsUndeliverableWhereTheServerDoesNot() throws Exception {
        try (var peer = new SmtpPeer("8BITMIME");
                var sender = sender(peer)) {
            assertThatThrownBy(() -> sender.send(to("tomáš.dvořáček@example.com")))
                    .isInstanceOf(MessageRefusedException.class)
                    .hasMessageContaining("SMTPUTF8");

            // and the next one goes out over the same sender
            sender.send(to("alice@example.com"));
            assertThat(peer.lines())
                    .contains("RCPT TO:<alice@example.com>")
                    .noneMatch(line -> line.startsWith("RCPT TO:<tom"));
        }
    }

    @Test
    void domainGoesOutAsTheDnsHasItAndAsksForNothingFromTheServer() throws Exception {
        try (var peer = new SmtpPeer("SMTPUTF8");
                var sender = sender(peer)) {
            sender.send(to("alice@münchen.example"));

            assertThat(peer.lines())
                    .contains("MAIL FROM:<orders@quintet.localhost>")
                    .contains("RCPT TO:<alice@xn--mnchen-3ya.example>");
        }
    }

    @Test
    void groupIsNoAddress() throws Exception {
        try (var peer = new SmtpPeer();
                var sender = sender(peer)) {
            assertThatThrownBy(() -> sender.send(to("friends:alice@example.com,bob@example.com;")))
                    .isInstanceOf(MessageRefusedException.class);
            assertThat(peer.lines()).isEmpty();
        }
    }

    @Test
    void absentServerIsWaitedFor() throws Exception {
        var peer = new SmtpPeer();
        peer.close();
        try (var sender = sender(peer)) {
            assertThatThrownBy(() -> sender.send(to("šef@example.com"))).isInstanceOf(SenderUnavailableException.class);
        }
    }

    private static SmtpSender sender(SmtpPeer peer) {
        return new SmtpSender(new MailConfig("127.0.0.1", peer.port(), "orders@quintet.localhost", Path.of("none")));
    }

    private static Message to(String address) {
        return new Message("<o-1.x@quintet>", "alice", Channel.EMAIL, address, "Grüße", "Grüße", "o-1", "x");
    }
}
