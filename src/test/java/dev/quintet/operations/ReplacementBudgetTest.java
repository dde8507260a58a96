package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplacementBudgetTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ReplacementBudget budget = new ReplacementBudget();

    @Test
    void fourthReplacementWithinTenMinutesIsOneTooMany() {
        for (int i = 0; i < ReplacementBudget.REPLACEMENTS_MAX; i++) {
            assertThat(budget.spend(NOON.plusSeconds(i))).isTrue();
        }
        assertThat(budget.spend(NOON.plusSeconds(599))).isFalse();
    }

    @Test
    void replacementIsForgottenAfterTenMinutes() {
        for (int i = 0; i < ReplacementBudget.REPLACEMENTS_MAX; i++) {
            budget.spend(NOON);
        }
        assertThat(budget.spend(NOON.plus(ReplacementBudget.PERIOD))).isTrue();
    }
}
