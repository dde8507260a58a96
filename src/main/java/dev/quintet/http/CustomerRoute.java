package dev.quintet.http;

import dev.quintet.domain.limit.Allowance;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.http.query.CustomerQueries;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer ordered, and may still order. */
final class CustomerRoute {
    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;
    /** In digits of any language: older builds wrote those of the JVM's. */
    private static final Pattern POSITION = Pattern.compile("\\p{Nd}{19}/[A-Za-z0-9._-]{1,64}");

    private final Routing routing;
    private final ReferenceData known;
    private final Clock clock;

    CustomerRoute(Routing routing, ReferenceData known, Clock clock) {
        this.routing = routing;
        this.known = known;
        this.clock = clock;
    }

    private record Orders(
            String customerId,
            List<CustomerOrder> orders,
            @Nullable String next) {}

    /** Newest first. A customer who never ordered has none. */
    void getOrders(Context context) throws InterruptedException {
        var customerId = customerId(context);
        int limit = QueryParameters.number(context, "limit", LIMIT_DEFAULT, LIMIT_MAX);
        var after = Cursor.position(context, POSITION);
        routing.route(context, View.CUSTOMER_ORDERS, customerId, shard -> {
            var page = CustomerQueries.page(shard, customerId, after, limit);
            ViewJson.answer(context, new Orders(customerId, page.orders(), Cursor.of(page.last())));
        });
    }

    private record AllowanceAnswer(
            String customerId,
            String promotionId,
            long policyVersion,
            String unit,
            int max,
            int used,
            int remaining,
            @Nullable Instant nextSlotAt) {}

    void getAllowance(Context context) throws InterruptedException {
        var customerId = customerId(context);
        var promotionId = RequestIds.inQuery(context, "promotion");
        if (promotionId == null) {
            throw new MalformedRequestException("promotion must say under which promotion");
        }
        var promotion = known.promotion(promotionId);
        if (promotion == null) {
            UnknownPromotion.answer(context, promotionId);
            return;
        }
        routing.route(context, View.CUSTOMER_ORDERS, customerId, shard -> {
            var now = clock.instant();
            Allowance allowance = CustomerQueries.allowance(shard, customerId, promotion, now);
            ViewJson.answer(
                    context,
                    new AllowanceAnswer(
                            customerId,
                            promotionId,
                            promotion.version(),
                            allowance.unit().name(),
                            allowance.max(),
                            allowance.used(),
                            allowance.remaining(),
                            allowance.nextSlotAt()));
        });
    }

    static String customerId(Context context) {
        return RequestIds.inPath(context, "customerId");
    }
}
