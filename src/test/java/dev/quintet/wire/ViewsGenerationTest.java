package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewsGenerationTest {
    @Test
    void firstGenerationHasTheNamesThatWereThereBeforeGenerations() {
        var first = ViewsGeneration.FIRST;

        assertThat(first.applicationId()).isEqualTo("quintet-views");
        assertThat(first.customerOrders()).isEqualTo("views.customer-orders");
        assertThat(first.topics()).extracting(TopicSpec::name).contains("quintet-views-order-views-changelog");
    }

    @Test
    void otherGenerationsShareNoTopicWithAnyOther() {
        var second = new ViewsGeneration("v2");

        assertThat(second.applicationId()).isEqualTo("quintet-views-v2");
        assertThat(second.topics())
                .extracting(TopicSpec::name)
                .contains("views.customer-orders-v2", "quintet-views-v2-order-views-changelog")
                .doesNotContainAnyElementsOf(ViewsGeneration.FIRST.topics().stream()
                        .map(TopicSpec::name)
                        .toList());
        assertThat(second.topics()).hasSameSizeAs(ViewsGeneration.FIRST.topics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2", "2026-11-21", "Z", "abcdefghij0123456789"})
    void generationIsFoundByItsTopic(String name) {
        var generation = new ViewsGeneration(name);

        assertThat(ViewsGeneration.ofCustomerOrders(generation.customerOrders()))
                .contains(generation);
        assertThat(ViewsGeneration.isOne(generation.applicationId())).isTrue();
    }

    @Test
    void otherTopicsAreOfNoGeneration() {
        assertThat(ViewsGeneration.ofCustomerOrders("views.customer-orders-")).isEmpty();
        assertThat(ViewsGeneration.ofCustomerOrders("views.customer-orders-a.b"))
                .isEmpty();
        assertThat(ViewsGeneration.ofCustomerOrders("order.events")).isEmpty();
        assertThat(ViewsGeneration.isOne(ApplicationIds.ORDERS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-v2", "v 2", "v.2", "v/2", "v2\n", "größer", "abcdefghij01234567890"})
    void anythingElseIsNoName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ViewsGeneration(name))
                .withMessageContaining("is no name of a generation, which is 1 to 20 letters");
    }
}
