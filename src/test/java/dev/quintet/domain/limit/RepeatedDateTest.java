package dev.quintet.domain.limit;

import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.Verdict;
import dev.quintet.harness.DomainDriver;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clocks that go back across midnight show one date twice, and a limit for each day counts it as one day. */
final class RepeatedDateTest {
    private static final Duration STEP = Duration.ofMinutes(7);
    private static final Instant FAR = Instant.parse("2040-01-01T00:00:00Z");

    @Test
    void fiveADayAreFiveWhenTheClocksOfGooseBayGoBackAcrossMidnight() {
        // given: on 7 November 2010 at 00:01, clocks went back to 23:01 of the day before
        var zone = ZoneId.of("America/Goose_Bay");
        var driver = driver(5, zone);
        var begin = Instant.parse("2010-11-07T03:01:00Z");

        // when: an order every two minutes of the hour that comes twice
        int accepted = 0;
        for (int i = 0; i < 28; i++) {
            accepted += place(driver, begin.plus(Duration.ofMinutes(2L * i))).isAccepted() ? 1 : 0;
        }

        // then
        assertThat(accepted).isEqualTo(5);
        var next = place(driver, begin.plus(Duration.ofMinutes(58)));
        assertThat(next.use()).satisfies(use -> assertThat(use.nextSlotAt()).isEqualTo("2010-11-07T04:00:00Z"));
    }

    @Test
    void shortPieceOfTheNextDayIsToldAsTheNextSlot() {
        var driver = driver(1, ZoneId.of("America/Goose_Bay"));
        place(driver, Instant.parse("2010-11-06T12:00:00Z"));

        // 03:00 UTC is the midnight before the clocks go back: for one minute it is the 7th.
        var refused = place(driver, Instant.parse("2010-11-07T02:00:00Z"));
        assertThat(refused.use()).satisfies(use -> assertThat(use.nextSlotAt()).isEqualTo("2010-11-07T03:00:00Z"));

        // when: that minute is taken, then the rest of the 6th is still full, and so is the 7th
        assertThat(place(driver, Instant.parse("2010-11-07T03:00:30Z")).isAccepted())
                .isTrue();
        var again = place(driver, Instant.parse("2010-11-07T03:00:40Z"));
        assertThat(again.use()).satisfies(use -> assertThat(use.nextSlotAt()).isEqualTo("2010-11-08T04:00:00Z"));
    }

    @Test
    void everyDateThatCameTwiceAnywhereIsCountedOnce() {
        int dates = 0;
        for (var zone : Zones.all()) {
            for (var transition : Zones.transitions(zone)) {
                if (Zones.repeatsADate(transition)) {
                    orderAllDayLong(zone, transition.getInstant());
                    dates++;
                }
            }
        }
        assertThat(dates).isGreaterThan(20);
    }

    /** One who orders every seven minutes gets what the dates give, and is always told the first instant with room. */
    private static void orderAllDayLong(ZoneId zone, Instant change) {
        int max = 40;
        var driver = driver(max, zone);
        var taken = new HashMap<LocalDate, Integer>();
        var last = change.plus(Duration.ofHours(8));
        for (var at = change.minus(Duration.ofHours(5)); at.isBefore(last); at = at.plus(STEP)) {
            var date = LocalDate.ofInstant(at, zone);
            var verdict = place(driver, at);
            assertThat(verdict.isAccepted()).as("%s at %s", zone, at).isEqualTo(taken.getOrDefault(date, 0) < max);
            if (verdict.isAccepted()) {
                taken.merge(date, 1, Integer::sum);
            } else {
                var next = firstWithRoom(at, zone, taken, max);
                assertThat(verdict.use())
                        .as("%s at %s", zone, at)
                        .satisfies(use -> assertThat(use.nextSlotAt()).isEqualTo(next));
            }
        }
    }

    /** Minute by minute: offsets are whole minutes since 1972. */
    private static Instant firstWithRoom(Instant at, ZoneId zone, Map<LocalDate, Integer> taken, int max) {
        var next = at;
        while (taken.getOrDefault(LocalDate.ofInstant(next, zone), 0) >= max) {
            next = Instant.ofEpochSecond((next.getEpochSecond() / 60 + 1) * 60);
        }
        return next;
    }

    private static Verdict place(DomainDriver driver, Instant at) {
        return driver.place(anOrder().at(at).build(), at);
    }

    private static DomainDriver driver(int max, ZoneId zone) {
        var driver = new DomainDriver(FAR);
        driver.publish(new MenuItem("classic", "Classic burger", new Money(890, "EUR")));
        driver.publish(Promotions.burgerDay(Promotions.ordersADay(max, zone.getId())));
        return driver;
    }
}
