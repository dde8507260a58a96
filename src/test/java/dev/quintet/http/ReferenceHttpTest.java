package dev.quintet.http;

import static dev.quintet.http.Bodies.ITEM;
import static dev.quintet.http.Bodies.PROMOTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.PriceBounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promotions and the menu over HTTP. */
final class ReferenceHttpTest {
    private static final String BOUNDED = ITEM.replace("}}", "},\"bounds\":{\"minMinor\":690,\"maxMinor\":1190}}");
    private static final String PATH = "/v1/promotions/burger-day";

    private final HttpUnderTest http = new HttpUnderTest();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void newPromotionIs201AndReplacedIs200WithTheNextVersion() {
        var created = http.put(PATH, PROMOTION);
        var replaced = http.put(PATH, PROMOTION.replace("70", "50"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().toString()).isEqualTo("""
                {"promotionId":"burger-day","version":1,"name":"Burger day","discountPercent":70,\
                "startsAt":null,"endsAt":null,"limits":[{"max":5,"unit":"ORDERS","window":"ROLLING(24h)"}]}""");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("version").asInt()).isEqualTo(2);
        assertThat(http.send("GET", PATH).json()).isEqualTo(replaced.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ROLLING(PT24H)\" | ROLLING(24h)",
                "\"ROLLING(7d)\" | ROLLING(7d)",
                "\"ROLLING( 90m )\" | ROLLING(90m)",
                "\"CALENDAR_DAY(Europe/Berlin)\" | CALENDAR_DAY(Europe/Berlin)",
                "{\"type\":\"ROLLING\",\"duration\":\"PT24H\"} | ROLLING(24h)",
                "{\"type\":\"CALENDAR_DAY\",\"zone\":\"Asia/Tokyo\"} | CALENDAR_DAY(Asia/Tokyo)"
            })
    void windowIsTakenInEitherFormAndPrintedInOne(String window, String printed) {
        var answer = http.put(PATH, PROMOTION.replace("\"ROLLING(24h)\"", window));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/limits/0/window").asText()).isEqualTo(printed);
    }

    @Test
    void saleOfAWeekWithSeveralLimitsIsTaken() {
        var answer = http.put(PATH, """
                {"discountPercent":10,"startsAt":"2026-11-23T00:00:00+01:00","endsAt":"2026-11-29T23:00:00Z",
                 "limits":[{"max":20,"unit":"ITEMS","window":{"type":"SALE"}},
                           {"max":5,"unit":"ORDERS","window":"ROLLING(24h)"}]}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("startsAt")).isEqualTo("2026-11-22T23:00:00.000Z");
        assertThat(answer.json().at("/limits/0/window").asText()).isEqualTo("SALE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ROLLING\"",
                "\"ROLLING(soon)\"",
                "\"ROLLING(PT0.0001S)\"",
                "\"ROLLING(PT9999999999999999H)\"",
                "\"CALENDAR_DAY(Mars/Olympus)\"",
                "\"SALE(24h)\"",
                "\"rolling(24h)\"",
                "{\"type\":\"SALE\",\"duration\":\"24h\"}",
                "{\"type\":\"ROLLING\"}",
                "{\"type\":\"WEEK\"}",
                "24",
                "null"
            })
    void windowThatIsNoneIs400(String window) {
        var answer = http.put(PATH, PROMOTION.replace("\"ROLLING(24h)\"", window));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("limits[0].window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000-01-01T00:00:00Z", "2026-11-21", "soon"})
    void instantThatNobodyMeansIs400(String instant) {
        var answer = http.put(PATH, PROMOTION.replace("{\"name\"", "{\"startsAt\":\"" + instant + "\",\"name\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("startsAt must be an instant");
    }

    @Test
    void policyThatBreaksRulesIs422WithAllOfThem() {
        var answer = http.put(
                PATH,
                PROMOTION
                        .replace("70", "101")
                        .replace("\"max\":5", "\"max\":1001")
                        .replace("24h", "8d"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("problems")).hasSize(3);
        assertThat(answer.text("detail")).contains("discountPercent", "limits[0].max", "limits[0].window");
    }

    @Test
    void idThatNothingCanBeFiledUnderIs422() {
        assertThat(http.put("/v1/promotions/a%20b", PROMOTION).status()).isEqualTo(422);
        assertThat(http.put("/v1/menu/a%20b", ITEM).status()).isEqualTo(422);
    }

    @Test
    void unknownPromotionIs404() {
        assertThat(http.send("GET", "/v1/promotions/no-such").status()).isEqualTo(404);
    }

    @Test
    void promotionThatThisPodDoesNotShowYetIs202AndTheNextOneIsNewer() {
        http.reference.stopReading();

        var first = http.put(PATH, PROMOTION);
        var second = http.put(PATH, PROMOTION);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void itemIs201AndThen200() {
        assertThat(http.put("/v1/menu/classic", ITEM).status()).isEqualTo(201);
        var replaced = http.put("/v1/menu/classic", ITEM.replace("890", "990"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(http.reference.item("classic"))
                .isEqualTo(new MenuItem("classic", "Classic burger", new Money(990, "EUR")));
    }

    @Test
    void itemWithBoundsIsTakenAndBoundsAreTakenAway() {
        var bounded = http.put("/v1/menu/classic", BOUNDED);

        assertThat(bounded.json().at("/bounds/maxMinor").asLong()).isEqualTo(1_190);
        assertThat(http.reference.item("classic"))
                .isEqualTo(
                        new MenuItem("classic", "Classic burger", new Money(890, "EUR"), new PriceBounds(690, 1_190)));
        assertThat(http.put("/v1/menu/classic", ITEM).json().path("bounds").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "690 | 900 | 422",
                "1190 | 889 | 422",
                "690 | -1 | 422",
                "1190 | 10000000001 | 422",
                "690 | \"690\" | 400",
                "minMinor | min | 400",
                "{\"minMinor\":690,\"maxMinor\":1190} | [] | 400"
            })
    void boundsHoldThePriceBetweenThem(String part, String other, int status) {
        assertThat(http.put("/v1/menu/classic", BOUNDED.replace(part, other)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "890 | 890.5 | 400",
                "890 | \"890\" | 400",
                "890 | 99999999999999999999 | 400",
                "890 | -1 | 422",
                "890 | 10000000001 | 422",
                "EUR | eur | 422",
                "amountMinor | amount | 400"
            })
    void priceIsMinorUnitsOfARealCurrency(String part, String other, int status) {
        assertThat(http.put("/v1/menu/classic", ITEM.replace(part, other)).status())
                .isEqualTo(status);
    }

    @Test
    void kafkaAwayIs503() {
        http.reference.losesBroker();

        assertThat(http.put(PATH, PROMOTION).status()).isEqualTo(503);
        assertThat(http.put("/v1/menu/classic", ITEM).header("Retry-After")).isEqualTo("2");
    }

    @Test
    void registryAwayIs503() {
        http.reference.registry().close();

        var answer = http.put(PATH, PROMOTION);

        assertThat(answer.status()).isEqualTo(503);
    }
}
