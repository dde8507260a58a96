package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Movement;
import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SagaProofTest {
    private static final Money TOTAL = new Money(2_670, "EUR");
    private static final OrderFact ACCEPTED = new OrderFact.Accepted(
            "burger-day",
            1,
            new LimitUse(LimitUnit.ORDERS, 5, 1, null, List.of()),
            "outlet-1",
            List.of(),
            70,
            TOTAL,
            "tok_ok",
            2);
    private static final OrderFact REFUSED =
            new OrderFact.Refused("burger-day", 1, RefusalReason.LIMIT_REACHED, null, "outlet-1", List.of());

    private final SagaWorkload workload = new SagaWorkload("test", 0, SagaWorkload.BLOCK, true);
    private final SagaProof facts = new SagaProof(workload);
    private final BooksProof books = new BooksProof(workload);
    private final TreeMap<String, Long> sold = new TreeMap<>();

    @Test
    void ordersThatEndAsTheyMustAreSound() {
        // when
        takeAllFrom(0);
        takeStock(0);

        // then
        assertThat(facts.violation()).isNull();
        assertThat(books.violation(facts)).isNull();
    }

    @Test
    void anOrderWithoutEndIsTold() {
        // when
        takeAllFrom(1);

        // then
        assertThat(facts.violation()).contains(orderId(0)).contains("no end");
    }

    @Test
    void aGapInTheFactsIsTold() {
        // when
        take(0, 1, ACCEPTED);
        take(0, 3, new OrderFact.Confirmed());

        // then
        assertThat(facts.violation()).contains(orderId(0)).contains("fact 3").contains("follows fact 1");
    }

    @Test
    void aSecondEndIsTold() {
        // when
        takeAllFrom(0);
        take(0, 4, new OrderFact.Completed());

        // then
        assertThat(facts.violation()).contains(orderId(0)).contains("after the end");
    }

    @Test
    void anEndThatMustNotBeIsTold() {
        // when
        take(0, 1, REFUSED);

        // then
        assertThat(facts.violation()).contains(orderId(0)).contains("must be COMPLETED");
    }

    @Test
    void anOrderThatIsCompletedWithoutBeingConfirmedIsTold() {
        // when
        take(0, 1, ACCEPTED);
        take(0, 2, new OrderFact.Completed());

        // then
        assertThat(facts.violation()).contains(orderId(0)).contains("not confirmed");
    }

    @Test
    void moneyThatIsTakenTwiceIsTold() {
        // given
        takeAllFrom(0);
        takeStock(0);

        // when
        pay(3, Movement.HELD, Movement.CAPTURED);

        // then
        assertThat(books.violation(facts)).contains(orderId(3)).contains("5340 was taken");
    }

    @Test
    void moneyThatStaysHeldIsTold() {
        // given
        takeAllFrom(0);
        takeStock(0);

        // when
        pay(249, Movement.HELD);

        // then
        assertThat(books.violation(facts)).contains(orderId(249)).contains("2670 is held");
    }

    @Test
    void stockThatIsGoneForNobodyIsTold() {
        // when
        takeAllFrom(0);
        takeStock(1);

        // then
        assertThat(books.violation(facts)).contains("is gone");
    }

    private void takeAllFrom(int first) {
        for (int index = first; index < workload.orders(); index++) {
            switch (workload.fate(index)) {
                case COMPLETED -> complete(index);
                case REFUSED -> take(index, 1, REFUSED);
                case DECLINED -> cancel(index, "DECLINED");
                case TIMED_OUT -> cancel(index, "NO_REPLY");
            }
        }
    }

    private void complete(int index) {
        take(index, 1, ACCEPTED);
        take(index, 2, new OrderFact.Confirmed());
        take(index, 3, new OrderFact.Completed());
        pay(index, Movement.HELD, Movement.CAPTURED);
        workload.order(index).lines().forEach(line -> sold.merge(line.itemId(), (long) line.quantity(), Long::sum));
    }

    private void cancel(int index, String cause) {
        take(index, 1, ACCEPTED);
        take(index, 2, new OrderFact.Cancelled(cause, true));
        pay(index, Movement.HELD, Movement.RELEASED);
    }

    private void take(int index, long version, OrderFact fact) {
        var cause = new OrderEvent.Cause("any", 0, 0);
        var customerId = workload.order(index).customerId();
        facts.take(new OrderEvent(orderId(index), version, customerId, Instant.EPOCH, cause, fact));
    }

    private void pay(int index, Movement... movements) {
        for (var movement : movements) {
            books.take(new LedgerEntry(orderId(index), "any", movement, TOTAL, "any"));
        }
    }

    /** What was sold is gone, and a few pieces more. */
    private void takeStock(long more) {
        var items = new TreeMap<String, ItemLevel>();
        sold.forEach((item, count) -> items.put(item, new ItemLevel(0, count + more, count + more)));
        books.take(new StockLevel("outlet-1", items, Kitchen.UNLIMITED));
    }

    private String orderId(int index) {
        return workload.order(index).orderId();
    }
}
