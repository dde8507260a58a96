package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our own openapi.yaml, as a measure for real answers. */
final class OpenApiDocument {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PARAMETERS = "#/components/parameters/";
    private static final String RESPONSES = "#/components/responses/";

    private final OpenAPI document;

    private OpenApiDocument(OpenAPI document) {
        this.document = document;
    }

    /** Reads it; a document that is not valid fails the test. */
    static OpenApiDocument load() {
        try (var in = HttpServer.class.getResourceAsStream("/openapi.yaml")) {
            assertThat(in).isNotNull();
            var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var parsed = new OpenAPIV3Parser().readContents(yaml, List.of(), new ParseOptions());
            assertThat(parsed.getMessages())
                    .as("what is wrong with openapi.yaml")
                    .isEmpty();
            return new OpenApiDocument(parsed.getOpenAPI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, as {@code POST /v1/orders}. */
    Set<String> operations() {
        var operations = new HashSet<String>();
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> operations.add(method + " " + path)));
        return operations;
    }

    /** What a request of an operation may say in its path, query and headers. */
    List<Parameter> parameters(String operation) {
        var methodAndPath = operation.split(" ", 2);
        var item = documented(document.getPaths().get(methodAndPath[1]), operation);
        var parameters = new ArrayList<Parameter>();
        var method = documented(item.readOperationsMap().get(HttpMethod.valueOf(methodAndPath[0])), operation);
        Stream.of(item.getParameters(), method.getParameters())
                .filter(Objects::nonNull)
                .forEach(parameters::addAll);
        return parameters.stream().map(this::resolve).toList();
    }

    private Parameter resolve(Parameter parameter) {
        var reference = parameter.get$ref();
        return reference == null
                ? parameter
                : documented(
                        document.getComponents().getParameters().get(reference.substring(PARAMETERS.length())),
                        reference);
    }

    /** Holds a real answer against the document: status, media type, every field and its type. */
    void check(String operation, int status, String mediaType, JsonNode body) {
        var content = response(operation, String.valueOf(status)).getContent();
        assertThat(content.keySet()).as(operation + " " + status).containsExactly(mediaType);
        check(body, schema(content), operation + " " + status);
    }

    /** Holds the examples in the document against their own schemas. */
    void checkExamples() {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (operation.getRequestBody() != null) {
                        checkExample(operation.getRequestBody().getContent(), method + " " + path);
                    }
                    operation
                            .getResponses()
                            .keySet()
                            .forEach(status -> checkExample(
                                    response(method + " " + path, status).getContent(),
                                    method + " " + path + " " + status));
                }));
    }

    private void checkExample(@Nullable Content content, String at) {
        if (content == null) {
            return;
        }
        content.forEach((_, media) -> {
            if (media.getExample() instanceof JsonNode example) {
                check(example, media.getSchema(), at + " example");
            }
        });
    }

    private ApiResponse response(String operation, String status) {
        var methodAndPath = operation.split(" ", 2);
        var item = documented(document.getPaths().get(methodAndPath[1]), operation);
        var response = documented(
                item.readOperationsMap().entrySet().stream()
                        .filter(entry -> entry.getKey().name().equals(methodAndPath[0]))
                        .map(entry -> entry.getValue().getResponses().get(status))
                        .findFirst()
                        .orElse(null),
                operation + " " + status);
        var reference = response.get$ref();
        return reference == null
                ? response
                : documented(
                        document.getComponents().getResponses().get(reference.substring(RESPONSES.length())),
                        reference);
    }

    private static <T> T documented(@Nullable T found, String what) {
        if (found == null) {
            throw new AssertionError("openapi.yaml does not document " + what);
        }
        return found;
    }

    private static Schema<?> schema(Content content) {
        return content.values().iterator().next().getSchema();
    }

    private void check(JsonNode value, Schema<?> written, String at) {
        var schema = resolve(written);
        if (schema.getOneOf() != null) {
            assertThat(schema.getOneOf())
                    .as(at)
                    .anyMatch(option -> allows(resolve(option).getTypes(), value));
            return;
        }
        assertThat(allows(schema.getTypes(), value))
                .as("%s: %s is of %s", at, value, schema.getTypes())
                .isTrue();
        if (schema.getEnum() != null) {
            assertThat(schema.getEnum().stream().map(String::valueOf)).as(at).contains(value.asText());
        }
        if (value.isObject()) {
            checkFields(value, schema, at);
        } else if (value.isArray()) {
            value.forEach(element -> check(element, schema.getItems(), at + "[]"));
        }
    }

    private void checkFields(JsonNode object, Schema<?> schema, String at) {
        var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        assertThat(required).as(at + " has all that is required").allMatch(object::has);
        object.properties().forEach(field -> {
            var path = at + "." + field.getKey();
            check(field.getValue(), property(schema, field.getKey(), path), path);
        });
    }

    private static Schema<?> property(Schema<?> schema, String name, String at) {
        var property =
                schema.getProperties() == null ? null : schema.getProperties().get(name);
        if (property != null) {
            return property;
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> any) {
            return any;
        }
        throw new AssertionError("openapi.yaml does not document " + at);
    }

    private Schema<?> resolve(Schema<?> schema) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : documented(
                        document.getComponents().getSchemas().get(reference.substring(SCHEMAS.length())), reference);
    }

    private static boolean allows(@Nullable Set<String> types, JsonNode value) {
        return documented(types, "a type").stream().anyMatch(type -> switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new AssertionError("openapi.yaml uses a type that this test does not know: " + type);
        });
    }
}
