package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of an SMTP conversation, on loopback: it offers what a test wants, and keeps every line that it is told. */
final class SmtpPeer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> extensions;

    /** @param extensions what it offers to EHLO, as {@code SMTPUTF8} */
    SmtpPeer(String... extensions) throws IOException {
        this.extensions = List.of(extensions);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every line that it was told, of commands and of mails, read as UTF-8. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                // Closed by the test.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            answer(socket, "220 peer");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                switch (line.split("[ :]", 2)[0]) {
                    case "EHLO" -> greet(socket);
                    case "DATA" -> takeMail(socket, in);
                    default -> answer(socket, "250 ok");
                }
            }
        } catch (IOException _) {
            // The client went away, or the test ended.
        }
    }

    private void greet(Socket socket) throws IOException {
        for (var extension : extensions) {
            answer(socket, "250-" + extension);
        }
        answer(socket, "250 peer");
    }

    private void takeMail(Socket socket, BufferedReader in) throws IOException {
        answer(socket, "354 go on");
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        answer(socket, "250 taken");
    }

    private static void answer(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
