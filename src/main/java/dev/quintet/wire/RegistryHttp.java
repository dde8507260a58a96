package dev.quintet.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registry until it answers: each of its addresses in turn, then again after a pause, for a bounded time. */
final class RegistryHttp {
    /** The most bytes of an answer that are read. */
    static final int BODY_LIMIT = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration WARNING_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SHORTEST_ATTEMPT = Duration.ofMillis(100);

    private final RegistryConfig config;
    private final HttpClient client;
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());
    private volatile int preferred;

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.attemptTimeout())
                .build();
    }

    /** An answer, of any status that does not say to come again. */
    record Answer(int status, String body, boolean isTooLong) {}

    /**
     * Sends a request.
     *
     * @param json the body of a POST; null for a GET
     * @param isUnknown whether another address may know more; then the answer is so only when every address that
     *     answers says so
     * @throws RegistryUnavailableException when nobody answered in time
     */
    Answer send(String path, @Nullable String json, Predicate<Answer> isUnknown) {
        var start = System.nanoTime();
        var limit = config.retryLimit();
        var backoff = new Backoff();
        while (true) {
            var left = limit.minusNanos(System.nanoTime() - start);
            try {
                return tryEach(path, json, isUnknown, left);
            } catch (IOException e) {
                var pause = backoff.next();
                left = limit.minusNanos(System.nanoTime() - start);
                if (left.compareTo(pause) <= 0) {
                    throw new RegistryUnavailableException(
                            "The schema registry at " + addresses() + " did not answer within " + limit.toMillis()
                                    + " ms: " + describe(e) + ". Is it running, and is " + SerdeConfig.URL + " right?",
                            e);
                }
                warn(e, left);
                pause(pause);
            }
        }
    }

    private Answer tryEach(String path, @Nullable String json, Predicate<Answer> isUnknown, Duration left)
            throws IOException {
        var count = config.endpoints().size();
        var first = preferred;
        IOException failure = new IOException("no address");
        Answer unknown = null;
        for (int i = 0; i < count; i++) {
            var index = (first + i) % count;
            try {
                var answer = trySend(config.endpoints().get(index), path, json, left);
                if (!isUnknown.test(answer)) {
                    preferred = index;
                    return answer;
                }
                unknown = answer;
            } catch (IOException e) {
                failure = e;
            }
        }
        if (unknown != null) {
            return unknown;
        }
        throw failure;
    }

    private Answer trySend(RegistryEndpoint endpoint, String path, @Nullable String json, Duration left)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(endpoint.base() + path)).header("Accept", MEDIA_TYPE);
        if (endpoint.authorization() != null) {
            request.header("Authorization", endpoint.authorization().value());
        }
        if (json != null) {
            request.header("Content-Type", MEDIA_TYPE).POST(BodyPublishers.ofString(json));
        }
        var response = exchange(request.build(), attemptTimeout(left));
        var status = response.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            throw new IOException("it answers HTTP " + status);
        }
        var body = response.body();
        return new Answer(status, new String(body, StandardCharsets.UTF_8), body.length > BODY_LIMIT);
    }

    // A timeout of the request itself would end with the headers, and a body that never ends would hang us.
    private HttpResponse<byte[]> exchange(HttpRequest request, Duration timeout) throws IOException {
        var response = client.sendAsync(request, _ -> new BoundedBody(BODY_LIMIT));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            throw interrupted(e);
        }
    }

    private Duration attemptTimeout(Duration left) {
        var timeout = config.attemptTimeout();
        var shortest = timeout.compareTo(SHORTEST_ATTEMPT) < 0 ? timeout : SHORTEST_ATTEMPT;
        if (left.compareTo(shortest) < 0) {
            return shortest;
        }
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private void warn(IOException failure, Duration left) {
        var now = System.nanoTime();
        var due = nextWarning.get();
        if (now - due >= 0 && nextWarning.compareAndSet(due, now + WARNING_INTERVAL.toNanos())) {
            LOG.warn(
                    "The schema registry at {} does not answer ({}); asking again for up to {} s",
                    addresses(),
                    describe(failure),
                    left.toSeconds());
        }
    }

    private String addresses() {
        return config.endpoints().stream().map(RegistryEndpoint::base).collect(Collectors.joining(", "));
    }

    private static String describe(IOException failure) {
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("Interrupted while waiting for the schema registry", e);
    }
}
