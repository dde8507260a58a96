package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.notification.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends mails to an SMTP server, over one connection for as long as it lasts. */
public final class SmtpSender implements MessageSender {
    private static final String CONNECT_MILLIS_MAX = "5000";
    private static final String REPLY_MILLIS_MAX = "10000";

    private final Session session;
    private final String host;
    private final int port;
    private final String from;
    private @Nullable Transport transport;

    public SmtpSender(MailConfig config) {
        host = config.smtpHost();
        port = config.smtpPort();
        from = config.smtpFrom();
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS_MAX);
        properties.setProperty("mail.smtp.timeout", REPLY_MILLIS_MAX);
        properties.setProperty("mail.smtp.writetimeout", REPLY_MILLIS_MAX);
        properties.setProperty("mail.mime.charset", "UTF-8");
        session = Session.getInstance(properties);
    }

    @Override
    public void send(Message message) throws MessageRefusedException, SenderUnavailableException {
        var mail = mail(message);
        try {
            connected().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            // Whatever state the conversation is in, the next one starts anew.
            close();
            if (SmtpFailures.isForGood(e)) {
                throw new MessageRefusedException(SmtpFailures.inOneLine(e), e);
            }
            throw unavailable(e);
        }
    }

    private MimeMessage mail(Message message) throws MessageRefusedException, SenderUnavailableException {
        try {
            var mail = new IdentifiedMail(session, message.messageId());
            mail.setRecipient(jakarta.mail.Message.RecipientType.TO, recipient(message.to()));
            mail.setFrom(new InternetAddress(from, true));
            mail.setSubject(message.subject(), UTF_8.name());
            mail.setText(message.body(), UTF_8.name());
            mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(Clock.systemUTC())));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    private static InternetAddress recipient(String address) throws MessageRefusedException {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new MessageRefusedException("No address of mail: " + SmtpFailures.inOneLine(e), e);
        }
    }

    private Transport connected() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        close();
        var opened = session.getTransport("smtp");
        opened.connect(host, port, null, null);
        transport = opened;
        return opened;
    }

    private SenderUnavailableException unavailable(MessagingException e) {
        return new SenderUnavailableException(
                "The SMTP server at " + host + ":" + port + " does not take mail now: " + SmtpFailures.inOneLine(e), e);
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException _) {
                // It is gone already, which is as good.
            }
        }
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
