package dev.quintet.wire;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry, over the REST API that Confluent defined and others implement. What it answered is remembered, as
 * ids and schemas never change their meaning. All calls may block for as long as the settings let them retry.
 */
final class RegistryClient {
    private static final int CACHED_SCHEMAS = 1_000;
    private static final int UNKNOWN_SCHEMA_ID = 40_403;

    /** Of a subject, a version or a schema. */
    private static final Set<Integer> UNKNOWN = Set.of(40_401, 40_402, UNKNOWN_SCHEMA_ID);

    private static final ConcurrentHashMap<RegistryConfig, RegistryClient> CLIENTS = new ConcurrentHashMap<>();

    private final RegistryHttp http;
    private final Lag lag;
    private final String registerQuery;
    private final SingleFlight<Integer, Schema> schemas = new SingleFlight<>(CACHED_SCHEMAS);
    private final SingleFlight<Registration, Integer> ids = new SingleFlight<>(CACHED_SCHEMAS);

    private RegistryClient(RegistryConfig config) {
        this.http = new RegistryHttp(config);
        this.lag = new Lag(config.unknownLimit());
        this.registerQuery = config.normalize() ? "?normalize=true" : "";
    }

    /** How a serializer comes by the id of its schema. */
    enum Purpose {
        REGISTER,
        FIND,
        FIND_LATEST
    }

    private record Registration(Purpose purpose, String subject, Schema schema) {}

    /** The client of everybody who has these settings. */
    static RegistryClient shared(RegistryConfig config) {
        return CLIENTS.computeIfAbsent(config, RegistryClient::new);
    }

    /**
     * The schema of an id.
     *
     * @throws PoisonRecordException when no address of the registry knows the id for some time, or its schema cannot be used
     */
    Schema schema(int id) {
        return schemas.get(id, () -> fetchSchema(id));
    }

    /**
     * The id of a schema under a subject.
     *
     * @throws RegistryRefusedException when the subject does not have the schema, or will not take it
     */
    int id(Purpose purpose, String subject, Schema schema) {
        int id = ids.get(new Registration(purpose, subject, schema), () -> fetchId(purpose, subject, schema));
        // Asking what we have just told would only find out that the address lags.
        schemas.put(id, schema);
        return id;
    }

    private RegistryHttp.Answer send(String path, @Nullable String json) {
        return lag.ask(() -> http.send(path, json, RegistryClient::isUnknown), RegistryClient::isUnknown);
    }

    private static boolean isUnknown(RegistryHttp.Answer answer) {
        return answer.status() == 404
                && UNKNOWN.contains(RegistryProblem.of(answer).code());
    }

    private Schema fetchSchema(int id) {
        var answer = send("/schemas/ids/" + id, null);
        if (answer.status() == 404 && RegistryProblem.of(answer).code() == UNKNOWN_SCHEMA_ID) {
            throw new PoisonRecordException("The schema registry knows no schema " + id);
        }
        if (answer.status() != 200) {
            throw RegistryProblem.of(answer).refusal("to tell schema " + id);
        }
        if (answer.isTooLong()) {
            throw new PoisonRecordException("Schema " + id + " is longer than " + RegistryHttp.BODY_LIMIT + " bytes");
        }
        return WriterSchemas.parse(id, answer.body());
    }

    private int fetchId(Purpose purpose, String subject, Schema schema) {
        var path = "/subjects/" + encode(subject);
        return switch (purpose) {
            case REGISTER -> ask(path + "/versions" + registerQuery, schema, subject);
            case FIND -> ask(path + registerQuery, schema, subject);
            case FIND_LATEST -> {
                var latest = latest(path, subject, schema);
                yield latest == null ? ask(path + registerQuery, schema, subject) : latest;
            }
        };
    }

    private int ask(String path, Schema schema, String subject) {
        return idIn(send(path, WriterSchemas.request(schema)), schema, subject);
    }

    // Null when the latest version is another schema than ours, as in the middle of an upgrade.
    private @Nullable Integer latest(String path, String subject, Schema schema) {
        var answer = send(path + "/versions/latest", null);
        var id = idIn(answer, schema, subject);
        return WriterSchemas.parse(id, answer.body()).equals(schema) ? id : null;
    }

    private static int idIn(RegistryHttp.Answer answer, Schema schema, String subject) {
        if (answer.status() != 200) {
            throw RegistryProblem.of(answer).refusal(schema, subject);
        }
        try {
            var id = WriterSchemas.json(answer.body()).path("id");
            if (id.canConvertToInt()) {
                return id.intValue();
            }
        } catch (IOException e) {
            // As good as no id: the text below says what to do.
        }
        throw new RegistryRefusedException("What answers at " + SerdeConfig.URL
                + " tells no schema id: it is no schema registry, or the path of its API is missing in the address");
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
