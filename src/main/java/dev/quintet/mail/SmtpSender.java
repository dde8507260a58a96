package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.shipping.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Sends mails to an SMTP server, over one connection for as long as it lasts, and over one more for addresses that need
 * SMTPUTF8: a mail that asks for that without need would be returned by servers further on that do not have it.
 */
public final class SmtpSender implements MessageSender {
    private final SmtpConnection plain;
    private final SmtpConnection utf8;
    private final InternetAddress from;

    /** @throws IllegalArgumentException when the sender's address is none */
    public SmtpSender(MailConfig config) {
        plain = new SmtpConnection(config, false);
        utf8 = new SmtpConnection(config, true);
        from = address(MailAddress.parse(config.smtpFrom()));
    }

    @Override
    public void send(Message message) throws MessageRefusedException, SenderUnavailableException {
        MailAddress to;
        try {
            to = MailAddress.parse(message.to());
        } catch (IllegalArgumentException e) {
            throw new MessageRefusedException("No address of mail: " + e.getMessage(), e);
        }
        var connection = to.needsUtf8() ? utf8 : plain;
        connection.send(mail(connection.session(), message, address(to)));
    }

    /** Nothing of it needs the server, so what goes wrong here would go wrong again. */
    private MimeMessage mail(Session session, Message message, InternetAddress to) throws MessageRefusedException {
        try {
            var mail = new IdentifiedMail(session, message.messageId());
            mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
            mail.setFrom(from);
            mail.setSubject(message.subject(), UTF_8.name());
            mail.setText(message.body(), UTF_8.name());
            mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(Clock.systemUTC())));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new MessageRefusedException("It can't be written as a mail: " + SmtpFailures.inOneLine(e), e);
        }
    }

    private static InternetAddress address(MailAddress address) {
        var written = new InternetAddress();
        written.setAddress(address.toString());
        return written;
    }

    @Override
    public void close() {
        plain.close();
        utf8.close();
    }

    /** A mail under an id of ours, the same when it is sent again. */
    private static final class IdentifiedMail extends MimeMessage {
        private final String messageId;

        IdentifiedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
