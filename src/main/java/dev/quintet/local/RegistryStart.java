package dev.quintet.local;

import dev.quintet.wire.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The time from the registry's process to its first good answer. */
final class RegistryStart {
    static final String PATH = "/apis/ccompat/v7";

    /** It starts in seconds, and says nothing for as long as a busy machine lets it. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private RegistryStart() {}

    /** Returns once the registry answers and refuses schemas that break older ones. */
    static void await(Process process, String url, RegistryLog log, Consumer<String> progress) {
        progress.accept("waiting for the schema registry at " + url);
        var patience = new Patience(STARTING, progress);
        var wait = patience.begin("the schema registry", log::length);
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, url)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw log.explain("exit code " + process.exitValue());
                }
                if (log.tellsOfDamage()) {
                    throw log.explain("damaged");
                }
                if (wait.isOver()) {
                    throw new LocalStartException("The registry neither answered nor logged anything for "
                            + patience.silence().toSeconds() + " s: see " + log.file());
                }
            }
            refuseBreakingSchemas(client, url);
        } catch (IOException e) {
            throw new LocalStartException("The registry stopped answering at its start: see " + log.file(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStartException("The start of the registry was interrupted", e);
        }
    }

    private static boolean answers(HttpClient client, String url) throws InterruptedException {
        try {
            var request = request(url + "/subjects").build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** This registry checks nothing unless told; Confluent's checks BACKWARD unless told otherwise. */
    private static void refuseBreakingSchemas(HttpClient client, String url) throws IOException, InterruptedException {
        var request = request(url + "/config")
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new LocalStartException("The registry answered " + status + " when told to check compatibility");
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(ANSWER_WITHIN);
    }
}
