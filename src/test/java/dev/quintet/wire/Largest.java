package dev.quintet.wire;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.PromotionRules;
import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotStatus;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.notification.OrderContent;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.PriceBounds;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Texts;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.saga.StepStatus;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.domain.view.StepLoad;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The largest values of the parts that rows and records are made of, by the bounds that their decoders and rules hold. */
final class Largest {
    static final Instant LATE = Instant.parse("9999-12-31T23:59:59.999Z");
    static final String REASON = text(Texts.REASON_MAX);
    static final String LABEL = text(Texts.LABEL_MAX);
    static final String NAME = text(Texts.NAME_MAX);
    static final Money MONEY = new Money(Long.MIN_VALUE, "EUR");
    static final CommandHead HEAD = new CommandHead(text(Texts.COMMAND_ID_MAX), id(1), id(2));
    static final List<OrderLine> LINES = list(PlaceOrder.LINES_MAX, i -> new OrderLine(id(i), Integer.MIN_VALUE));
    static final List<PricedLine> PRICED =
            list(PlaceOrder.LINES_MAX, i -> new PricedLine(id(i), Integer.MIN_VALUE, Long.MIN_VALUE));
    static final LimitUse USE = new LimitUse(
            LimitUnit.ITEMS,
            Integer.MIN_VALUE,
            Integer.MIN_VALUE,
            LATE,
            list(LimitUse.NAMED_MAX, Largest::id),
            Integer.MAX_VALUE);

    private Largest() {}

    /** A text of so many characters, none of which takes more bytes. */
    static String text(int characters) {
        return "€".repeat(characters);
    }

    /** One of many ids. */
    static String id(int number) {
        return String.format(Locale.ROOT, "%064d", number);
    }

    static <T> List<T> list(int size, IntFunction<T> element) {
        return IntStream.range(0, size).mapToObj(element).toList();
    }

    static Reply reply() {
        return new Reply(HEAD.commandId(), HEAD.orderId(), LABEL, LABEL);
    }

    static OrderEvent event(OrderFact fact) {
        return new OrderEvent(
                id(1),
                Long.MIN_VALUE,
                id(2),
                LATE,
                new OrderEvent.Cause(LABEL, Integer.MIN_VALUE, Long.MIN_VALUE),
                fact);
    }

    static OrderFact accepted() {
        return new OrderFact.Accepted(id(1), Long.MIN_VALUE, USE, id(2), PRICED, 100, MONEY, id(3), Integer.MIN_VALUE);
    }

    static Verdict verdict() {
        return new Verdict(
                id(1),
                id(2),
                RefusalReason.LIMIT_REACHED,
                LATE,
                id(3),
                Long.MIN_VALUE,
                USE,
                MONEY,
                Long.MIN_VALUE,
                true);
    }

    /** Every slot of a day taken, and as many refusals as are kept beside them. */
    static SlotWindow window() {
        long day = SlotWindow.startOf(LATE.toEpochMilli());
        var none = new LimitUse(LimitUnit.ITEMS, Integer.MIN_VALUE, Integer.MIN_VALUE, LATE, List.of());
        var entries = new ArrayList<>(list(SlotWindow.LIVE_MAX, i -> entry(i, SlotStatus.CONFIRMED, none)));
        entries.addAll(list(SlotWindow.INLINE_DEAD_MAX, i -> entry(-i, SlotStatus.REFUSED, USE)));
        return new SlotWindow(day, entries, true);
    }

    private static SlotEntry entry(int number, SlotStatus status, LimitUse use) {
        return new SlotEntry(
                id(Math.abs(number)),
                id(1),
                LATE.toEpochMilli(),
                Long.MIN_VALUE,
                status,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                RefusalReason.LIMIT_REACHED,
                use,
                MONEY);
    }

    static Promotion promotion() {
        var limit = new Limit(
                Integer.MIN_VALUE,
                LimitUnit.ITEMS,
                new LimitWindow.CalendarDay(ZoneId.of("America/Argentina/ComodRivadavia")));
        return new Promotion(id(1), Long.MIN_VALUE, NAME, 100, LATE, LATE, list(PromotionRules.LIMITS_MAX, _ -> limit));
    }

    static MenuItem item() {
        return new MenuItem(id(1), NAME, MONEY, new PriceBounds(Long.MIN_VALUE, Long.MIN_VALUE));
    }

    static OrderContent content() {
        return new OrderContent(PRICED, 100, MONEY);
    }

    static SalesMinute sales() {
        var items = new HashMap<String, Long>();
        list(3 * SalesMinute.ITEMS_MAX, Largest::id).forEach(id -> items.put(id, Long.MIN_VALUE / 4_000));
        var revenue = new HashMap<String, Long>();
        for (char a = 'A'; a <= 'Z'; a++) {
            for (char b = 'A'; b <= 'Z'; b++) {
                for (char c = 'A'; c <= 'Z'; c++) {
                    revenue.put("" + a + b + c, Long.MIN_VALUE);
                }
            }
        }
        var refused = new HashMap<String, Long>();
        Arrays.stream(RefusalReason.values()).forEach(reason -> refused.put(reason.name(), Long.MIN_VALUE));
        return new SalesMinute(
                        Long.MIN_VALUE, refused, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, revenue, Map.of())
                .plus(new SalesMinute(0, Map.of(), 0, 0, 0, Map.of(), items));
    }

    static StepLoad load() {
        var states = new HashMap<String, Long>();
        Arrays.stream(StepStatus.values()).forEach(status -> states.put(status.name(), Long.MIN_VALUE));
        return new StepLoad(states, Long.MIN_VALUE, states, Long.MIN_VALUE);
    }
}
