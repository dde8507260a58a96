package dev.quintet.http.query;

import dev.quintet.wire.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.state.HostInfo;

/** Passes requests on to the pods that can answer them. */
public final class Peers implements AutoCloseable {
    /**
     * Says that a request was passed on, and by that, that it must not be passed on again. Its value is the generation
     * of the views whose answer is wanted.
     */
    public static final String FORWARDED = "Quintet-Forwarded";

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    /** Longer than any route takes to answer. An event stream has begun to answer by then. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /**
     * Sends a request to a peer.
     *
     * @param generation of the views, by which the peer was found
     * @param pathAndQuery as it came in
     * @param headers by name
     * @throws IOException when the peer does not answer
     */
    public HttpResponse<InputStream> send(
            HostInfo peer,
            String generation,
            String method,
            String pathAndQuery,
            Map<String, String> headers,
            byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + new HostPort(peer.host(), peer.port()) + pathAndQuery))
                .timeout(ANSWER_TIMEOUT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header(FORWARDED, generation);
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
