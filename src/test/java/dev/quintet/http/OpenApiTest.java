package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** openapi.yaml and the routes say the same. That real answers keep to it is checked by every other HTTP test. */
final class OpenApiTest {
    @Test
    void documentIsValidAndNamesExactlyTheRoutes() {
        try (var http = new HttpUnderTest()) {
            assertThat(HttpUnderTest.OPEN_API.operations())
                    .isEqualTo(http.server().routes());
        }
    }

    @Test
    void examplesKeepToTheirSchemas() {
        HttpUnderTest.OPEN_API.checkExamples();
    }
}
