package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportLineTest {
    private static final String ORDER = """
            {"orderId":"o-1","customerId":"alice","promotionId":"burger-day","outletId":"akaso-1",\
            "lines":[{"itemId":"classic","quantity":1}],"payment":{"method":"tok_ok"},"placedAt":"2016-03-02T10:00:00.5Z"}""";
    private static final String NAMELESS = ORDER.replace("\"orderId\":\"o-1\",", "");

    private final DerivedIds ids = new DerivedIds();

    private ImportLine.Order order(String text) {
        return (ImportLine.Order) ImportLine.parse(text, ids);
    }

    /** The ids of a whole file. */
    private static List<String> idsOf(String... lines) {
        var ids = new DerivedIds();
        return Stream.of(lines)
                .map(line ->
                        ((ImportLine.Order) ImportLine.parse(line, ids)).order().orderId())
                .toList();
    }

    @Test
    void lineIsAnOrderWithATimeOfItsOwn() {
        var line = order(ORDER);
        assertThat(line.order().orderId()).isEqualTo("o-1");
        assertThat(line.placedAt()).isEqualTo(Instant.parse("2016-03-02T10:00:00.500Z"));
        assertThat(line.placedAtText()).isEqualTo("2016-03-02T10:00:00.5Z");
    }

    @Test
    void fileThatIsImportedAgainMakesNoNewOrders() {
        var later = NAMELESS.replace("10:00:00.5Z", "11:00:00Z");

        assertThat(idsOf(NAMELESS, later)).isEqualTo(idsOf(NAMELESS, later)).doesNotHaveDuplicates();
    }

    @Test
    void twoOrdersThatAreAlikeAreTwoEachTime() {
        assertThat(idsOf(NAMELESS, NAMELESS)).doesNotHaveDuplicates().isEqualTo(idsOf(NAMELESS, NAMELESS));
    }

    @Test
    void lineThatIsInsertedMakesNoOrderOfAnotherLineTwice() {
        var inserted = NAMELESS.replace("alice", "bob");
        var later = NAMELESS.replace("10:00:00.5Z", "11:00:00Z");
        var before = idsOf(NAMELESS, later, NAMELESS);

        var after = idsOf(inserted, NAMELESS, later, NAMELESS);

        assertThat(after).hasSize(4).doesNotHaveDuplicates().endsWith(before.toArray(String[]::new));
    }

    @Test
    void orderThatIsWrittenInAnotherWayIsTheSame() {
        var otherwise = """
                {"placedAt":"2016-03-02T10:00:00.500Z", "customerId":"alice", "promotionId":"burger-day",\
                "payment":{"method":"tok_ok"}, "lines":[{"quantity":1,"itemId":"classic"}], "outletId":"akaso-1"}""";

        assertThat(idsOf(otherwise)).isEqualTo(idsOf(NAMELESS));
    }

    @Test
    void tooManyOrdersWithoutAnIdAreNotRemembered() {
        var few = new DerivedIds(1);
        ImportLine.parse(NAMELESS, few);

        assertThat(ImportLine.parse(NAMELESS, few)).isInstanceOf(ImportLine.Order.class);
        assertThat(ImportLine.parse(NAMELESS.replace("alice", "bob"), few))
                .isInstanceOfSatisfying(
                        ImportLine.Bad.class, bad -> assertThat(bad.cause()).contains("orderId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-03-02T10:00:00.5Z|yesterday|placedAt must be an instant with its zone, such as 2016-03-02T10:00:00Z, and is \"yesterday\"",
                "2016-03-02T10:00:00.5Z|2016-03-02T10:00:00|placedAt must be an instant with its zone",
                "2016-03-02T10:00:00.5Z|1969-12-31T23:59:59Z|placedAt must be after 1970",
                "2016-03-02T10:00:00.5Z|+1000000000-12-31T23:59:59Z|placedAt",
                "\"2016-03-02T10:00:00.5Z\"|1456912800|placedAt must be a text",
                ",\"placedAt\"|,\"placed\"|placedAt must be a text",
                "alice|al ice|customerId must be",
                "\"quantity\":1|\"quantity\":1.5|lines[0].quantity must be a whole number",
                "\"lines\"|\"line\"|lines must be an array of objects",
                "\"payment\"|\"surprise\":1,\"payment\"|There is no field surprise"
            })
    void lineThatCannotBeReadSaysWhichFieldAndWhichForm(String part, String replacement, String said) {
        assertThat(ImportLine.parse(ORDER.replace(part, replacement), ids))
                .isInstanceOfSatisfying(
                        ImportLine.Bad.class, bad -> assertThat(bad.cause()).contains(said));
    }

    @Test
    void textThatIsNoJsonSaysSo() {
        assertThat(ImportLine.parse("order please", ids))
                .isInstanceOfSatisfying(
                        ImportLine.Bad.class,
                        bad -> assertThat(bad.cause())
                                .startsWith("the line is not the JSON")
                                .contains("column"));
    }
}
