package dev.quintet.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream of server-sent events that has no end, read line by line as far as a test wants. */
final class OpenStream implements AutoCloseable {
    private static final String ID = "id: ";

    private final HttpClient client;
    private final HttpResponse<Stream<String>> answer;
    private final Iterator<String> lines;

    private OpenStream(HttpClient client, HttpResponse<Stream<String>> answer) {
        this.client = client;
        this.answer = answer;
        lines = answer.body().iterator();
    }

    /** Opens it; {@code lastEventId} is null for a client that sends none. */
    static OpenStream of(URI stream, @Nullable String lastEventId) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(stream);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new OpenStream(client, client.send(request.build(), BodyHandlers.ofLines()));
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The next line. */
    String next() {
        return lines.next();
    }

    /** The next id; the lines before it are left out. */
    String nextId() {
        while (true) {
            var line = next();
            if (line.startsWith(ID)) {
                return line.substring(ID.length());
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
