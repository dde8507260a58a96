package dev.quintet.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** The versions of one contract that were ever released: {@code 1.avsc}, {@code 2.avsc} and so on, oldest first. */
record SchemaHistory(Path folder) {
    static final Path ROOT = Path.of("src", "main", "avro-history");

    private static final JsonMapper JSON = new JsonMapper();
    // Neither says anything about the bytes.
    private static final Set<String> REMARKS = Set.of("doc", "avro.java.string");

    static SchemaHistory of(Schema contract) {
        return new SchemaHistory(ROOT.resolve(contract.getName()));
    }

    List<Schema> versions() throws IOException {
        var versions = new ArrayList<Schema>();
        for (int number = 1; Files.exists(file(number)); number++) {
            versions.add(new Schema.Parser().parse(Files.readString(file(number))));
        }
        return versions;
    }

    /** Adds a version. */
    void record(Schema schema) throws IOException {
        Files.createDirectories(folder);
        var json = without(JSON.readTree(schema.toString()), Set.of("avro.java.string"));
        Files.writeString(file(versions().size() + 1), json.toPrettyString() + System.lineSeparator());
    }

    /** Whether two schemas differ in nothing but remarks. */
    static boolean areSame(Schema one, Schema other) throws IOException {
        return without(JSON.readTree(one.toString()), REMARKS)
                .equals(without(JSON.readTree(other.toString()), REMARKS));
    }

    private Path file(int number) {
        return folder.resolve(number + ".avsc");
    }

    private static JsonNode without(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
            object.properties().forEach(property -> property.setValue(without(property.getValue(), names)));
            var type = object.path("type");
            return object.size() == 1 && type.isTextual() ? type : object;
        }
        var elements = JSON.createArrayNode();
        node.forEach(element -> elements.add(without(element, names)));
        return node.isArray() ? elements : node;
    }
}
