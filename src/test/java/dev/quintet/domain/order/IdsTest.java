package dev.quintet.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an id may be, of whatever it is. */
final class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "alice", "o-1", "A.b_c-9", "...", ".a", "a.", "-", "_", "..a", "0123456789"})
    void idStandsInAPathAsItIs(String id) {
        assertThat(Ids.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", " ", "a b", "a/b", "a%2e", "ä", "a\n", "\u0000", "١"})
    void whatAPathCannotNameIsNoId(String id) {
        assertThat(Ids.isValid(id)).isFalse();
    }

    @Test
    void idHas64CharactersAtTheMost() {
        assertThat(Ids.isValid("a".repeat(64))).isTrue();
        assertThat(Ids.isValid("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void orderMayNotNameAPlaceInAnyOfItsFields(String dots) {
        var line = List.of(new OrderLine("classic", 1));
        assertThat(new PlaceOrder(dots, "alice", "p", "outlet", line, "tok_ok").isIdentifiable())
                .isFalse();
        assertThat(new PlaceOrder("o-1", dots, "p", "outlet", line, "tok_ok").isIdentifiable())
                .isFalse();
        assertThat(new PlaceOrder("o-1", "alice", dots, "outlet", line, "tok_ok").problem())
                .contains("neither . nor ..");
        assertThat(new PlaceOrder("o-1", "alice", "p", dots, line, "tok_ok").problem())
                .contains("neither . nor ..");
        assertThat(new PlaceOrder("o-1", "alice", "p", "outlet", List.of(new OrderLine(dots, 1)), "tok_ok").problem())
                .contains("neither . nor ..");
        assertThat(new PlaceOrder("o-1", "alice", "p", "outlet", line, dots).problem())
                .contains("neither . nor ..");
    }
}
