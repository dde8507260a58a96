package dev.quintet.local.bench;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one step cost.
 *
 * @param records how many the figures are about: the warm part of the step
 * @param othersCores how many cores other processes had meanwhile; null where that is unknown
 */
record StepFigures(
        String step,
        long records,
        double recordsPerSecond,
        double brokerMicrosPerRecord,
        double appMicrosPerRecord,
        @Nullable Double othersCores) {

    static StepFigures between(String step, long records, CpuReading begin, CpuReading end) {
        var others = end.coresOfOthersSince(begin);
        return new StepFigures(
                step,
                records,
                records / seconds(end.since(begin)),
                micros(end.broker().minus(begin.broker()), records),
                micros(end.app().minus(begin.app()), records),
                others.isPresent() ? (Double) others.getAsDouble() : null);
    }

    /** The same, with the part of one process as that of the app. */
    StepFigures ofApp(double micros) {
        return new StepFigures(step, records, recordsPerSecond, brokerMicrosPerRecord, micros, othersCores);
    }

    double cpuMicrosPerRecord() {
        return brokerMicrosPerRecord + appMicrosPerRecord;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double micros(Duration cpu, long records) {
        return cpu.toNanos() / 1e3 / records;
    }
}
