package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The body of an order, as HTTP and the import share it. */
final class OrderBodyTest {
    @Test
    void idThatFollowsFromAKeyNeverChanges() {
        // The key's id is promised for ever, so its value is written down here.
        assertThat(OrderBody.idFromKey("alice", "7d0c")).isEqualTo("k-d83dc86b0d561683a224ca0a60368c75");
        assertThat(Ids.isValid(OrderBody.idFromKey("alice", "k".repeat(255)))).isTrue();
    }

    @Test
    void customerAndKeyDoNotRunIntoEachOther() {
        assertThat(OrderBody.idFromKey("alice", "1")).isNotEqualTo(OrderBody.idFromKey("alice1", ""));
        assertThat(OrderBody.idFromKey("a", "lice")).isNotEqualTo(OrderBody.idFromKey("al", "ice"));
    }

    @Test
    void lineOfAnImportIsABodyWithATime() {
        var json = JsonObject.parse(
                Bodies.ORDER.replace("{\"orderId\"", "{\"placedAt\":\"2016-03-02T10:00:00.1239Z\",\"orderId\""));

        var order = OrderBody.read(json);
        var placedAt = json.optionalInstant("placedAt");
        json.rejectOthers();

        assertThat(order)
                .isEqualTo(new OrderBody(
                        "o-1", "alice", "burger-day", "akaso-1", List.of(new OrderLine("classic", 2)), "tok_ok"));
        assertThat(placedAt).isEqualTo(Instant.parse("2016-03-02T10:00:00.123Z"));
    }

    @Test
    void fieldThatNobodyReadIsRefused() {
        var json = JsonObject.parse(Bodies.ORDER.replace("{\"orderId\"", "{\"placedAt\":1,\"orderId\""));
        OrderBody.read(json);

        assertThatThrownBy(json::rejectOthers)
                .isInstanceOf(MalformedRequestException.class)
                .hasMessage("There is no field placedAt");
    }
}
