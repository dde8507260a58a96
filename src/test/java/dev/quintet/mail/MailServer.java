package dev.quintet.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on one port of loopback, which a test can take away, and that refuses who the test wants. */
public final class MailServer implements AutoCloseable {
    private final int port = freePort();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger putOff = new AtomicInteger();
    private @Nullable SMTPServer server;

    /** A mail that was taken, and when, in epoch milliseconds. */
    public record Arrival(MimeMessage mail, long atMillis) {
        public String messageId() {
            try {
                return mail.getMessageID();
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
    }

    public int port() {
        return port;
    }

    public void start() {
        var started = SMTPServer.port(port)
                .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                .hostName("localhost")
                .messageHandlerFactory(_ -> new Mailbox())
                .build();
        started.start();
        server = started;
    }

    /** Nobody listens any more. */
    public void goAway() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Answers 550 to this recipient. */
    void knowsNot(String address) {
        unknown.add(address);
    }

    /** Answers 451 to this recipient until {@link #takesAgain}. */
    void isBusyFor(String address) {
        busy.add(address);
    }

    void takesAgain(String address) {
        busy.remove(address);
    }

    /** How many recipients were told to try again later. */
    int putOff() {
        return putOff.get();
    }

    /** Every mail that was taken, oldest first. */
    public List<MimeMessage> mails() {
        return arrivals.stream().map(Arrival::mail).toList();
    }

    /** The Message-ID of every mail that was taken, oldest first. */
    public List<String> messageIds() {
        return arrivals.stream().map(Arrival::messageId).toList();
    }

    /** The same with their times. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    @Override
    public void close() {
        goAway();
    }

    private static int freePort() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Mailbox implements MessageHandler {
        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (unknown.contains(recipient)) {
                throw new RejectException(550, "no such mailbox");
            }
            if (busy.contains(recipient)) {
                putOff.incrementAndGet();
                throw new RejectException(451, "try again later");
            }
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            try {
                var bytes = new ByteArrayInputStream(data.readAllBytes());
                var mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
                arrivals.add(new Arrival(mail, System.currentTimeMillis()));
                return null;
            } catch (MessagingException e) {
                throw new RejectException(554, e.getMessage());
            }
        }

        @Override
        public void done() {}
    }
}
