package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quintet.domain.notification.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;

/** Appends messages to a file, a line of JSON each, in place of a provider of text messages. */
public final class FileSender implements MessageSender {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public FileSender(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public void send(Message message) throws SenderUnavailableException {
        var line = line(message);
        try {
            append(line);
        } catch (IOException e) {
            throw new SenderUnavailableException(file + " can't be written: " + e, e);
        }
    }

    private static String line(Message message) {
        var line = new LinkedHashMap<String, String>();
        line.put("messageId", message.messageId());
        line.put("to", message.to());
        line.put("body", message.body());
        line.put("orderId", message.orderId());
        line.put("template", message.template());
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always JSON", e);
        }
    }

    /** On the disk when this returns. */
    private void append(String line) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var text = ByteBuffer.wrap(((endsInMidLine(out) ? "\n" : "") + line).getBytes(UTF_8));
            out.position(out.size());
            while (text.hasRemaining()) {
                out.write(text);
            }
            out.force(false);
        }
    }

    /** A kill can leave half a line, which must not spoil the next one. */
    private static boolean endsInMidLine(FileChannel out) throws IOException {
        var last = ByteBuffer.allocate(1);
        return out.size() > 0 && out.read(last, out.size() - 1) == 1 && last.get(0) != '\n';
    }
}
