package dev.quintet.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A schema registry within the test's process that takes every schema, counts its requests, and can misbehave. */
public final class StubRegistry implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> schemas = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Integer>> subjects = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Answer> planned = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> fixed = new ConcurrentHashMap<>();
    private volatile Runnable before = () -> {};
    private volatile BooleanSupplier away = () -> false;

    /** What is answered. */
    public record Answer(int status, String body) {}

    private StubRegistry(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port of the loopback address. */
    public static StubRegistry start() {
        try {
            var server = onAPortOfItsOwn();
            var stub = new StubRegistry(server);
            server.setExecutor(stub.threads);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never one of before: a client keeps what it learned of a registry, by its address, as long as the JVM lives. */
    private static HttpServer onAPortOfItsOwn() throws IOException {
        while (true) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            if (PORTS.add(server.getAddress().getPort())) {
                return server;
            }
            server.stop(0);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of a serde that uses it. */
    public Map<String, String> configs() {
        return Map.of(SerdeConfig.URL, url());
    }

    /** Method and path of every request, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Adds a schema to a subject; gives its id. */
    public int add(String subject, String schema) {
        synchronized (schemas) {
            if (!schemas.contains(schema)) {
                schemas.add(schema);
            }
            var id = schemas.indexOf(schema) + 1;
            var versions = subjects.computeIfAbsent(subject, _ -> Collections.synchronizedList(new ArrayList<>()));
            if (!versions.contains(id)) {
                versions.add(id);
            }
            return id;
        }
    }

    /** Answers the next request so, whatever it asks. */
    public void answerNext(int status, String body) {
        planned.add(new Answer(status, body));
    }

    /** Answers every request for this path so. */
    public void answer(String path, int status, String body) {
        fixed.put(path, new Answer(status, body));
    }

    /** Does this before each answer. */
    public void before(Runnable action) {
        before = action;
    }

    /** Answers 503 to everything for as long as this holds. */
    public void failWhile(BooleanSupplier away) {
        this.away = away;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            before.run();
            var plan = planned.poll();
            var answer = plan != null ? plan : fixed.getOrDefault(path, answer(path, body));
            if (away.getAsBoolean()) {
                answer = new Answer(503, "");
            }
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(String path, String body) throws IOException {
        var parts = path.substring(1).split("/", -1);
        if (parts[0].equals("schemas")) {
            var id = Integer.parseInt(parts[2]);
            return id < 1 || id > schemas.size()
                    ? problem(404, 40403, "Schema not found")
                    : ok("schema", schemas.get(id - 1));
        }
        var subject = parts[1];
        if (path.endsWith("/latest")) {
            return version(subject, List::getLast);
        }
        var schema = JSON.readTree(body).path("schema").asText();
        if (parts.length == 3) {
            return ok("id", add(subject, schema));
        }
        var id = schemas.indexOf(schema) + 1;
        return subjects.getOrDefault(subject, List.of()).contains(id)
                ? version(subject, _ -> id)
                : problem(404, subjects.containsKey(subject) ? 40403 : 40401, "not found");
    }

    private Answer version(String subject, Function<List<Integer>, Integer> choice) throws IOException {
        var versions = subjects.get(subject);
        if (versions == null) {
            return problem(404, 40401, "Subject '" + subject + "' not found.");
        }
        int id = choice.apply(versions);
        return json(Map.of(
                "subject", subject, "version", versions.indexOf(id) + 1, "id", id, "schema", schemas.get(id - 1)));
    }

    private static Answer ok(String name, Object value) throws IOException {
        return json(Map.of(name, value));
    }

    /** A refusal in the form of Confluent's. */
    public static Answer problem(int status, int code, String message) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("error_code", code);
        body.put("message", message);
        return new Answer(status, json(body).body());
    }

    private static Answer json(Map<String, Object> body) throws IOException {
        return new Answer(200, JSON.writeValueAsString(body));
    }
}
