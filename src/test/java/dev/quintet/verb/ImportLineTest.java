package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportLineTest {
    private static final String ORDER = """
            {"orderId":"o-1","customerId":"alice","promotionId":"burger-day","outletId":"akaso-1",\
            "lines":[{"itemId":"classic","quantity":1}],"payment":{"method":"tok_ok"},"placedAt":"2016-03-02T10:00:00.5Z"}""";

    private static ImportLine.Order order(long number, String text) {
        return (ImportLine.Order) ImportLine.parse(number, text);
    }

    @Test
    void lineIsAnOrderWithATimeOfItsOwn() {
        var line = order(1, ORDER);
        assertThat(line.order().orderId()).isEqualTo("o-1");
        assertThat(line.placedAt()).isEqualTo(Instant.parse("2016-03-02T10:00:00.500Z"));
        assertThat(line.placedAtText()).isEqualTo("2016-03-02T10:00:00.5Z");
    }

    @Test
    void orderWithoutAnIdGetsTheSameOneEachTimeAndAnotherOnAnotherLine() {
        var text = ORDER.replace("\"orderId\":\"o-1\",", "");
        var id = order(7, text).order().orderId();
        assertThat(order(7, text).order().orderId()).isEqualTo(id);
        assertThat(order(8, text).order().orderId()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-03-02T10:00:00.5Z|yesterday|placedAt",
                "2016-03-02T10:00:00.5Z|1969-12-31T23:59:59Z|1970",
                "2016-03-02T10:00:00.5Z|+1000000000-12-31T23:59:59Z|placedAt",
                "alice|al ice|customerId",
                "\"quantity\":1|\"quantity\":1.5|lines[0].quantity",
                "\"lines\"|\"line\"|lines",
                "\"payment\"|\"surprise\":1,\"payment\"|surprise"
            })
    void lineThatCannotBeReadSaysWhy(String part, String replacement, String named) {
        assertThat(ImportLine.parse(1, ORDER.replace(part, replacement)))
                .isInstanceOfSatisfying(
                        ImportLine.Bad.class, bad -> assertThat(bad.cause()).contains(named));
    }

    @Test
    void textThatIsNoJsonSaysSo() {
        assertThat(ImportLine.parse(1, "order please")).isInstanceOf(ImportLine.Bad.class);
    }
}
