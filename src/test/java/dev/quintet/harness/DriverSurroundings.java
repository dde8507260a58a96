package dev.quintet.harness;

import dev.quintet.wire.BadReference;
import dev.quintet.wire.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Kafka's test driver has one partition; a topology believes that it is the first of as many as it is told here. */
final class DriverSurroundings implements Surroundings {
    private final int partitions;
    private final List<BadReference> buried = new ArrayList<>();

    DriverSurroundings(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int partitions(String topic) {
        return partitions;
    }

    @Override
    public void bury(BadReference record) {
        buried.add(record);
    }

    /** Those since the last look. */
    List<BadReference> buried() {
        var since = List.copyOf(buried);
        buried.clear();
        return since;
    }
}
