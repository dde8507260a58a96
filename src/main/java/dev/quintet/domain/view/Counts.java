package dev.quintet.domain.view;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name. Sorted, so that equal counts are equal bytes, and without zeros. */
final class Counts {
    private Counts() {}

    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        if (other.isEmpty()) {
            return one;
        }
        var sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        sum.values().removeIf(count -> count == 0);
        return sum;
    }
}
