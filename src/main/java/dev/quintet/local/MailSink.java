package dev.quintet.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A local SMTP server on loopback, for mail that must not leave this machine: it takes every mail and keeps it as a file,
 * {@code 000001.eml} and so on.
 */
public final class MailSink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);
    private static final String SUFFIX = ".eml";
    private static final int MAIL_BYTES_MAX = 1 << 20;
    private static final int TRY_AGAIN = 451;

    private final Path folder;
    private final AtomicLong last;
    private final SMTPServer server;

    private MailSink(Path folder) throws IOException {
        this.folder = folder;
        last = new AtomicLong(lastIn(folder));
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.ofLiteral(LocalPort.HOST))
                .hostName("localhost")
                .maxMessageSize(MAIL_BYTES_MAX)
                .messageHandler((_, _, _, mail) -> keep(mail))
                .build();
        server.start();
    }

    /**
     * Starts one on a free port that keeps its mails in a folder, which may be missing. Mails of before stay.
     *
     * @throws LocalStartException when it can't
     */
    public static MailSink start(Path folder) {
        try {
            return new MailSink(Files.createDirectories(folder));
        } catch (IOException | RuntimeException e) {
            throw new LocalStartException(
                    "No mailbox can be kept in %s (%s)".formatted(folder, Causes.innermost(e)), e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    /** A mail is a file from the start or not at all, so that nobody reads half of one. */
    private void keep(byte[] mail) throws RejectException {
        var name = String.format(Locale.ROOT, "%06d", last.incrementAndGet());
        try {
            var draft = Files.write(folder.resolve(name + ".draft"), mail);
            Files.move(draft, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("a mail can't be kept in {}: {}", folder, e.toString());
            throw new RejectException(TRY_AGAIN, "The mailbox cannot be written now");
        }
    }

    private static long lastIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\" + SUFFIX))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
