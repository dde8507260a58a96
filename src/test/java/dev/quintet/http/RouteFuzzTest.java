package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Odd values in every part of every route. That those of the views hold too is tried on a whole system. */
final class RouteFuzzTest {
    @Test
    void oddValueIsNeverAFaultOfOurs() {
        try (var http = new HttpUnderTest()) {
            http.put("/v1/promotions/burger-day", Bodies.PROMOTION);

            var answers = new RouteFuzz(http.server().port(), RouteFuzz.HEADERS)
                    .run(operation -> !operation.contains("consumer-groups"));

            System.out.println("RouteFuzzTest: " + answers);
            assertThat(answers).containsKeys(200, 400, 404, 503);
        }
    }
}
