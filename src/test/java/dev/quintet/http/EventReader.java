package dev.quintet.http;

import static dev.quintet.harness.Hang.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Reads a stream of server-sent events to its end. */
record EventReader(int status, List<String> lines) {

    static EventReader read(URI stream, long lastEventId) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(stream)
                    .timeout(PATIENCE)
                    .header("Last-Event-ID", String.valueOf(lastEventId))
                    .build();
            var answer = client.send(request, BodyHandlers.ofLines());
            return new EventReader(answer.statusCode(), answer.body().toList());
        }
    }

    List<String> ids() {
        return fields("id: ");
    }

    List<String> types() {
        return fields("event: ");
    }

    private List<String> fields(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .toList();
    }
}
