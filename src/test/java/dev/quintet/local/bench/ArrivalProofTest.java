package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArrivalProofTest {
    private static final String LINE = "/v1/orders/o-1/stream";

    private final ArrivalProof proof = new ArrivalProof();

    @Test
    void everythingOnceAndInOrderIsSound() {
        // given
        arrived(1, 1_040);
        arrived(2, 1_090);

        // when
        committed(1, 1_000);
        committed(2, 1_080);

        // then
        assertThat(proof.violation()).isNull();
        assertThat(proof.arrived()).isEqualTo(2);
        assertThat(proof.micros().getTotalCount()).isEqualTo(2);
        assertThat(proof.slowest()).contains("fact 1 of order o-1");
        assertThat(Percentiles.of(proof.micros()).maxMillis()).isBetween(40.0, 40.1);
    }

    @Test
    void whatWasCommittedBeforeItWasAwaitedCountsFromThen() {
        // given
        arrived(1, 1_040);

        // when
        proof.expect(LINE, "o-1", 1, 1_000, 1_030);

        // then
        assertThat(proof.violation()).isNull();
        assertThat(Percentiles.of(proof.micros()).maxMillis()).isBetween(10.0, 10.1);
    }

    @Test
    void whatNeverCameIsTold() {
        // given
        arrived(1, 1_040);

        // when
        committed(1, 1_000);
        committed(2, 1_080);

        // then
        assertThat(proof.violation()).contains(LINE).contains("fact 2 of order o-1 never came");
    }

    @Test
    void whatCameTwiceIsTold() {
        // given
        arrived(1, 1_040);
        arrived(1, 1_041);

        // when
        committed(1, 1_000);

        // then
        assertThat(proof.violation()).contains("fact 1 of order o-1 came, and must not have, or not twice");
    }

    @Test
    void whatCameOutOfOrderIsTold() {
        // given
        arrived(2, 1_090);
        arrived(1, 1_091);

        // when
        committed(1, 1_000);
        committed(2, 1_080);

        // then
        assertThat(proof.violation()).contains("fact 1 of order o-1 must come, and fact 2 did");
    }

    @Test
    void whatCameBeforeItWasCommittedIsTold() {
        // given
        arrived(1, 999);

        // when
        committed(1, 1_000);

        // then
        assertThat(proof.violation()).contains("1 ms before it was committed");
    }

    @Test
    void whatNobodyCommittedIsTold() {
        // given
        proof.arrived(LINE, "o-2", 1, 1_000);

        // then
        assertThat(proof.violation()).contains("fact 1 of order o-2");
    }

    private void arrived(long version, long atMillis) {
        proof.arrived(LINE, "o-1", version, atMillis);
    }

    private void committed(long version, long atMillis) {
        proof.expect(LINE, "o-1", version, atMillis, 0);
    }
}
