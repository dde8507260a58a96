package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Each bad change is refused, so that the gate is known to hold. */
final class SchemaGateTest {
    private static final String OLD_FIELDS = "{'name':'id','type':'string','doc':'d'},"
            + "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'},'doc':'d'},"
            + "{'name':'state','type':{'type':'enum','name':'State','doc':'d','symbols':['A','B']},'doc':'d'}";

    private final SchemaGate gate = new SchemaGate(Set.of("Log.fact"));

    @Test
    void aNewFieldWithADefaultPasses() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS + ",{'name':'note','type':'string','default':'','doc':'d'}"))
                .isEmpty();
    }

    @Test
    void aNewFieldWithoutADefaultIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS + ",{'name':'note','type':'string','doc':'d'}"))
                .anyMatch(problem -> problem.contains("READER_FIELD_MISSING_DEFAULT_VALUE at /fields/3: note"))
                .contains("Order.note is new and has no default");
    }

    @Test
    void aRemovedFieldThatOldReadersNeedIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.substring(OLD_FIELDS.indexOf("},") + 2)))
                .singleElement()
                .asString()
                .contains("old readers", "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0: id");
    }

    @Test
    void aRenamedFieldIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.replace("'id'", "'orderId'")))
                .isNotEmpty();
    }

    @Test
    void aNarrowedTypeIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.replace("'string'", "'int'")))
                .anyMatch(problem -> problem.contains("the new code") && problem.contains("TYPE_MISMATCH"));
    }

    @Test
    void aWidenedTypeIsRefusedForItsOldReaders() {
        assertThat(problems("{'name':'n','type':'int','doc':'d'}", "{'name':'n','type':'long','doc':'d'}"))
                .singleElement()
                .asString()
                .contains("old readers", "TYPE_MISMATCH at /fields/0/type");
    }

    @Test
    void aNewEnumSymbolIsRefusedForItsOldReaders() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.replace("'B']", "'B','C']")))
                .singleElement()
                .asString()
                .contains("old readers", "MISSING_ENUM_SYMBOLS");
    }

    @Test
    void aRemovedEnumSymbolIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.replace(",'B'", "")))
                .singleElement()
                .asString()
                .contains("the new code", "MISSING_ENUM_SYMBOLS");
    }

    @Test
    void anotherLogicalTypeIsRefused() {
        assertThat(problems(OLD_FIELDS, OLD_FIELDS.replace("timestamp-millis", "timestamp-micros")))
                .containsExactly("Order.at changes its logical type");
    }

    @Test
    void aBranchAtTheEndOfAGrowableUnionPasses() {
        assertThat(gate.problems(log("Log", "fact", "Placed"), log("Log", "fact", "Placed", "Paid", "Shipped")))
                .isEmpty();
    }

    @Test
    void aBranchMayComeWithAFieldInFrontOfItsUnion() {
        var shifted = log("Log", "fact", "Placed", "Paid")
                .toString()
                .replace(
                        "[{\"name\":\"fact\"",
                        "[{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"},{\"name\":\"fact\"");

        assertThat(gate.problems(log("Log", "fact", "Placed"), new Schema.Parser().parse(shifted)))
                .isEmpty();
    }

    @Test
    void aBranchAtTheEndOfAnotherUnionIsRefused() {
        assertThat(gate.problems(log("Log", "other", "Placed"), log("Log", "other", "Placed", "Paid")))
                .singleElement()
                .asString()
                .contains("old readers", "MISSING_UNION_BRANCH at /fields/0/type/1");
    }

    @Test
    void aBranchThatIsPutInFrontIsRefused() {
        assertThat(gate.problems(log("Log", "fact", "Placed"), log("Log", "fact", "Paid", "Placed")))
                .isNotEmpty();
    }

    @Test
    void aBranchThatIsTakenAwayIsRefused() {
        assertThat(gate.problems(log("Log", "fact", "Placed", "Paid"), log("Log", "fact", "Placed")))
                .singleElement()
                .asString()
                .contains("the new code", "MISSING_UNION_BRANCH");
    }

    @Test
    void aBadChangeWithinABranchIsRefusedAlthoughTheUnionMayGrow() {
        var longer = log("Log", "fact", "Placed", "Paid").toString().replace("\"type\":\"int\"", "\"type\":\"string\"");

        assertThat(gate.problems(log("Log", "fact", "Placed"), new Schema.Parser().parse(longer)))
                .anyMatch(problem -> problem.contains("old readers")
                        && problem.contains("/fields/0/type/0")
                        && problem.contains("in Placed, TYPE_MISMATCH at /fields/0/type"));
    }

    @Test
    void whatSaysNothingAboutItselfIsFound() {
        var schema = order("{'name':'id','type':'string'},{'name':'s','doc':' ','type':"
                + "{'type':'enum','name':'State','symbols':['A']}}");

        assertThat(SchemaGate.undocumented(schema)).containsExactlyInAnyOrder("Order.id", "Order.s", "State");
    }

    @Test
    void remarksAreNoChangeButEverythingElseIs() throws Exception {
        var schema = order(OLD_FIELDS);

        assertThat(SchemaHistory.areSame(schema, order(OLD_FIELDS.replace("'doc':'d'", "'doc':'other'"))))
                .isTrue();
        assertThat(SchemaHistory.areSame(schema, order(OLD_FIELDS.replace("timestamp-millis", "timestamp-micros"))))
                .isFalse();
    }

    private List<String> problems(String before, String after) {
        return gate.problems(order(before), order(after));
    }

    private static Schema order(String fields) {
        return schema("{'type':'record','name':'Order','namespace':'t','doc':'d','fields':[" + fields + "]}");
    }

    private static Schema log(String name, String field, String... branches) {
        var union = Stream.of(branches)
                .map(
                        "{'type':'record','name':'%s','doc':'d','fields':[{'name':'n','type':'int','doc':'d'}]}"
                                ::formatted)
                .collect(Collectors.joining(","));
        return schema(
                "{'type':'record','name':'%s','namespace':'t','doc':'d','fields':[{'name':'%s','doc':'d','type':[%s]}]}"
                        .formatted(name, field, union));
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text.replace('\'', '"'));
    }
}
