package dev.quintet.mail;

import dev.quintet.wire.HostPort;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A conversation with an SMTP server: opened when there is something to send, and kept. Used by one thread. */
final class SmtpConnection {
    private static final String CONNECT_MILLIS_MAX = "5000";
    private static final String REPLY_MILLIS_MAX = "10000";

    private final Session session;
    private final String host;
    private final int port;
    private final boolean isUtf8;
    private @Nullable SMTPTransport transport;

    /** @param isUtf8 whether it asks for SMTPUTF8 (RFC 6531), and sends nothing without */
    SmtpConnection(MailConfig config, boolean isUtf8) {
        host = config.smtpHost();
        port = config.smtpPort();
        this.isUtf8 = isUtf8;
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS_MAX);
        properties.setProperty("mail.smtp.timeout", REPLY_MILLIS_MAX);
        properties.setProperty("mail.smtp.writetimeout", REPLY_MILLIS_MAX);
        properties.setProperty("mail.mime.charset", "UTF-8");
        properties.setProperty("mail.mime.allowutf8", String.valueOf(isUtf8));
        session = Session.getInstance(properties);
    }

    /** What mails that go over it are made for. */
    Session session() {
        return session;
    }

    void send(MimeMessage mail) throws MessageRefusedException, SenderUnavailableException {
        var open = connected();
        if (isUtf8 && !open.supportsExtension("SMTPUTF8")) {
            throw new MessageRefusedException("The mail server carries only addresses of ASCII, it offers no SMTPUTF8");
        }
        try {
            open.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            // Whatever state the conversation is in, the next one starts anew.
            close();
            if (SmtpFailures.isForNow(e)) {
                throw unavailable(e);
            }
            throw new MessageRefusedException(SmtpFailures.inOneLine(e), e);
        }
    }

    private SMTPTransport connected() throws SenderUnavailableException {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        close();
        try {
            var opened = (SMTPTransport) session.getTransport("smtp");
            opened.connect(host, port, null, null);
            transport = opened;
            return opened;
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    private SenderUnavailableException unavailable(MessagingException e) {
        return new SenderUnavailableException(
                "The SMTP server at " + new HostPort(host, port) + " does not take mail now: "
                        + SmtpFailures.inOneLine(e),
                e);
    }

    void close() {
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
}
