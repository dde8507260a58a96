package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.local.LocalStartException;
import dev.quintet.local.MailSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's mailbox, filled by the sender that production uses. */
final class MailSinkTest {
    @TempDir
    private Path folder;

    @Test
    void everyMailIsAFileAndARestartOverwritesNone() throws Exception {
        var mails = folder.resolve("mail");
        sendTo(mails, "o-1", "o-2");
        sendTo(mails, "o-3");

        assertThat(files(mails))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("000001.eml", "000002.eml", "000003.eml");
        assertThat(Files.readString(mails.resolve("000003.eml")))
                .contains("Message-ID: <o-3@quintet>")
                .contains("To: alice@shop.example")
                .contains("Hello Alice");
    }

    @Test
    void folderThatCannotBeIsToldInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("mail"), "");

        assertThatThrownBy(() -> MailSink.start(file))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");
    }

    private void sendTo(Path mails, String... orderIds) throws Exception {
        try (var sink = MailSink.start(mails);
                var sender =
                        new SmtpSender(new MailConfig("127.0.0.1", sink.port(), "orders@quintet.localhost", folder))) {
            for (var orderId : orderIds) {
                sender.send(new Message(
                        "<" + orderId + "@quintet>",
                        "alice",
                        Channel.EMAIL,
                        "alice@shop.example",
                        "Subject",
                        "Hello Alice",
                        orderId,
                        "order-confirmed"));
            }
        }
    }

    private static List<Path> files(Path mails) throws IOException {
        try (var files = Files.list(mails)) {
            return files.sorted().toList();
        }
    }
}
