package dev.quintet.http;

import dev.quintet.http.query.NotServedException;
import dev.quintet.wire.RegistryUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which exception becomes which problem. Nothing else turns exceptions into answers, and no trace leaves here. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** How long a caller should wait before trying again when Kafka is away, in seconds. */
    private static final String RETRY_AFTER_SECONDS = "2";

    /** How long a caller should wait when pods hand over, in seconds. */
    private static final String RETRY_SOON_SECONDS = "1";

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(MalformedRequestException.class, (e, context) -> malformed(context, e.getMessage()));
        routes.exception(
                ContentTooLargeResponse.class,
                (_, context) -> ProblemDocument.of(
                                413,
                                "too-large",
                                "Body too large",
                                "A body may have " + JsonObject.BYTES_MAX + " bytes at the most")
                        .answer(context));
        routes.exception(IntakeUnavailableException.class, (e, context) -> unavailable(context, e));
        routes.exception(NotServedException.class, (e, context) -> notServed(context, e));
        routes.exception(RegistryUnavailableException.class, (e, context) -> registryUnavailable(context, e));
        routes.exception(NotFoundResponse.class, (_, context) -> notFound(context));
        routes.exception(MethodNotAllowedResponse.class, (e, context) -> notAllowed(context, e));
        routes.exception(UnsupportedMediaTypeResponse.class, (_, context) -> unsupportedMediaType(context));
        routes.exception(HttpResponseException.class, Problems::standard);
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            ProblemDocument.of(500, "internal", "Internal error", "The log of this pod says more")
                    .answer(context);
        });
    }

    private static void malformed(Context context, @Nullable String detail) {
        ProblemDocument.of(400, "malformed", "Malformed request", String.valueOf(detail))
                .answer(context);
    }

    private static void unsupportedMediaType(Context context) {
        ProblemDocument.of(
                        415,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "The body must be sent with Content-Type: application/json")
                .answer(context);
    }

    private static void unavailable(Context context, IntakeUnavailableException e) {
        boolean isRead = ReadRoute.isRead(context);
        var detail = isRead ? "Kafka does not answer. Ask again" : "Nobody knows whether this was taken. Send it again";
        unavailable(context, e, detail, Map.of());
    }

    /** The id goes along, because who left it to us must name it to be sure of one order. */
    static void orderUnavailable(Context context, IntakeUnavailableException e, String orderId) {
        unavailable(
                context,
                e,
                "Nobody knows whether the order was taken. Send it again under this orderId: it stays one order",
                Map.of("orderId", orderId));
    }

    private static void unavailable(
            Context context, IntakeUnavailableException e, String detail, Map<String, @Nullable Object> more) {
        LOG.warn("{} {}: {}", context.method(), context.path(), e.getMessage());
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        new ProblemDocument(503, "unavailable", "Unavailable", detail, more).answer(context);
    }

    private static void notServed(Context context, NotServedException e) {
        LOG.debug("{} {}: {}", context.method(), context.path(), e.getMessage());
        context.header("Retry-After", RETRY_SOON_SECONDS);
        ProblemDocument.of(
                        503,
                        "not-served",
                        "Not served now",
                        "The pods are handing over what was asked for, or restoring it. Ask again")
                .answer(context);
    }

    private static void registryUnavailable(Context context, RegistryUnavailableException e) {
        LOG.warn("{} {}: {}", context.method(), context.path(), e.getMessage());
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        ProblemDocument.of(
                        503,
                        "registry-unavailable",
                        "The schema registry is away",
                        "Nothing was taken. Send it again, under the same id")
                .answer(context);
    }

    private static void notFound(Context context) {
        ProblemDocument.of(404, "not-found", "Not found", "There is nothing at " + context.path())
                .answer(context);
    }

    private static void notAllowed(Context context, MethodNotAllowedResponse e) {
        var allowed = String.valueOf(e.getDetails().getOrDefault("availableMethods", ""));
        context.header("Allow", allowed);
        new ProblemDocument(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        context.path() + " does not take " + context.method(),
                        Map.of("allowed", allowed))
                .answer(context);
    }

    private static void standard(HttpResponseException e, Context context) {
        ProblemDocument.of(e.getStatus(), "http", "Request refused", String.valueOf(e.getMessage()))
                .answer(context);
    }
}
