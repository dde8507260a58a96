package dev.quintet.harness;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prometheus' text format, read strictly: every sample under a type that was declared before it, once, with a value of
 * that type.
 */
public final class Exposition {
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-z][a-z0-9_]*) (.*)");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-z][a-z0-9_]*)(?:\\{(" + LABEL + "(?:," + LABEL + ")*)})? (NaN|[+-]Inf|-?[0-9.]+(?:[eE][+-]?[0-9]+)?)");
    private static final Pattern ONE_LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, String> types = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();

    private Exposition() {}

    /** One line. */
    public record Sample(String family, String name, Map<String, String> labels, double value) {}

    /** Reads a scrape; fails with the line that is wrong. */
    public static Exposition parse(String text) {
        var exposition = new Exposition();
        var seen = new HashSet<String>();
        for (var line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                exposition.read(line, seen);
            }
        }
        return exposition;
    }

    private void read(String line, Set<String> seen) {
        var comment = COMMENT.matcher(line);
        if (comment.matches()) {
            if (comment.group(1).equals("TYPE") && types.put(comment.group(2), comment.group(3)) != null) {
                throw new AssertionError("declared twice: " + line);
            }
            return;
        }
        var sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("no line of Prometheus' text format: " + line);
        }
        if (!seen.add(sample.group(1) + "{" + sample.group(2) + "}")) {
            throw new AssertionError("a series that is there twice: " + line);
        }
        var family = family(sample.group(1));
        double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
        if ("counter".equals(types.get(family)) && (!family.endsWith("_total") || !(value >= 0))) {
            throw new AssertionError("no counter: " + line);
        }
        samples.add(new Sample(family, sample.group(1), labels(sample.group(2)), value));
    }

    private String family(String name) {
        return Stream.of("", "_bucket", "_sum", "_count")
                .filter(name::endsWith)
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .filter(types::containsKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type was declared for " + name));
    }

    private static Map<String, String> labels(String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            var label = ONE_LABEL.matcher(text);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }

    /** All samples. */
    public List<Sample> samples() {
        return samples;
    }

    /** The sum of the samples of a name that have a label of this value. */
    public double sum(String name, String label, String value) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name)
                        && value.equals(sample.labels().get(label)))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The families whose name begins so, each as {@code | `name` | type | `label` `label` |}. */
    public SortedSet<String> families(String prefix) {
        var labels = new TreeMap<String, SortedSet<String>>();
        for (var sample : samples) {
            if (sample.family().startsWith(prefix)) {
                labels.computeIfAbsent(sample.family(), _ -> new TreeSet<>())
                        .addAll(sample.labels().keySet());
            }
        }
        var families = new TreeSet<String>();
        labels.forEach((family, names) -> {
            names.remove("le");
            var columns = names.stream().map(name -> "`" + name + "`").collect(joining(" "));
            families.add("| `" + family + "` | " + types.get(family) + " | " + columns + " |");
        });
        return families;
    }
}
