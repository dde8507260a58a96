package dev.quintet.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a change of a contract: old stored state must be readable by the new code, and new records by
 * old readers. Decision record 2 tells why, and about the one exception.
 *
 * @param growable fields, as record.field, whose union may get new branches at its end
 */
record SchemaGate(Set<String> growable) {
    /** The unions of which every reader is upgraded before any writer. */
    static final SchemaGate OF_QUINTET =
            new SchemaGate(Set.of("OrderEvent.fact", "OrderCommand.command", "ShippingCommand.command"));

    /** What is wrong with a change from an older schema to this one; empty when nothing is. */
    List<String> problems(Schema older, Schema current) {
        var problems = new ArrayList<String>();
        for (var found : incompatibilities(current, older)) {
            problems.add("the new code cannot read what is stored: " + describe(found));
        }
        for (var found : incompatibilities(older, current)) {
            if (!isNewBranchAtTheEnd(found, older, current)) {
                problems.add("old readers cannot read the new records: " + describe(found));
            }
        }
        addFieldProblems(older, current, problems);
        return problems;
    }

    /** Every type and field of a schema that says nothing about itself. */
    static List<String> undocumented(Schema schema) {
        var missing = new ArrayList<String>();
        for (var type : namedTypes(schema).values()) {
            if (isBlank(type.getDoc()) && type.getType() != Schema.Type.FIXED) {
                missing.add(type.getName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                for (var field : type.getFields()) {
                    if (isBlank(field.doc())) {
                        missing.add(type.getName() + "." + field.name());
                    }
                }
            }
        }
        return missing;
    }

    /** The records, enums and fixed types that a schema consists of, by full name. */
    static Map<String, Schema> namedTypes(Schema schema) {
        var found = new HashMap<String, Schema>();
        collect(schema, found);
        return found;
    }

    private static void addFieldProblems(Schema older, Schema current, List<String> problems) {
        var before = namedTypes(older);
        for (var type : namedTypes(current).values()) {
            var old = before.get(type.getFullName());
            if (old == null || type.getType() != Schema.Type.RECORD || old.getType() != Schema.Type.RECORD) {
                continue;
            }
            for (var field : type.getFields()) {
                var name = type.getName() + "." + field.name();
                var oldField = old.getField(field.name());
                if (oldField == null && !field.hasDefaultValue()) {
                    problems.add(name + " is new and has no default");
                }
                // Avro compares the plain types only: milliseconds read as microseconds pass its check.
                if (oldField != null && !meanings(oldField.schema()).equals(meanings(field.schema()))) {
                    problems.add(name + " changes its logical type");
                }
            }
        }
    }

    private boolean isNewBranchAtTheEnd(Incompatibility found, Schema older, Schema current) {
        if (found.getType() != SchemaIncompatibilityType.MISSING_UNION_BRANCH) {
            return false;
        }
        // The place of a branch: /fields/5/type/2 is the third branch of the sixth field.
        for (var field : current.getFields()) {
            var oldField = older.getField(field.name());
            if (oldField != null && growable.contains(current.getName() + "." + field.name())) {
                var known = branchNames(oldField.schema());
                var branches = branchNames(field.schema());
                for (int i = known.size(); i < branches.size(); i++) {
                    var place = "/fields/" + oldField.pos() + "/type/" + i;
                    if (found.getLocation().equals(place)
                            && branches.subList(0, known.size()).equals(known)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<String> branchNames(Schema union) {
        return union.getTypes().stream().map(Schema::getFullName).toList();
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String describe(Incompatibility found) {
        return found.getType() + " at " + found.getLocation() + ": " + found.getMessage() + within(found);
    }

    // Of a union Avro says only which branch nobody reads, not why the branch of the same name does not.
    private static String within(Incompatibility found) {
        var reader = found.getReaderFragment();
        var writer = found.getWriterFragment();
        if (reader.getType() != Schema.Type.UNION || writer.getType() != Schema.Type.UNION) {
            return "";
        }
        var place = found.getLocation();
        var branch = writer.getTypes().get(Integer.parseInt(place.substring(place.lastIndexOf('/') + 1)));
        return reader.getTypes().stream()
                .filter(twin -> twin.getFullName().equals(branch.getFullName()))
                .flatMap(twin -> incompatibilities(twin, branch).stream())
                .map(cause -> "; in " + branch.getName() + ", " + describe(cause))
                .collect(Collectors.joining());
    }

    private static Set<String> meanings(Schema schema) {
        var meanings = new HashSet<String>();
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> meanings.addAll(meanings(branch)));
            case ARRAY -> meanings.addAll(meanings(schema.getElementType()));
            case MAP -> meanings.addAll(meanings(schema.getValueType()));
            case RECORD, ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                LogicalType meaning = schema.getLogicalType();
                meanings.add(meaning == null ? "" : Objects.requireNonNull(meaning.getName()));
            }
        }
        meanings.remove("");
        return meanings;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM, FIXED -> found.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
