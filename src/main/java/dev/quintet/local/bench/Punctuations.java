package dev.quintet.local.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How long the punctuations of this process take, as Kafka Streams' own metrics have it. It reads the clock in whole
 * milliseconds, so the mean over many is exact and a single one is not.
 */
final class Punctuations {
    /** What is said: the mean of the latest 30 to 60 s, the longest, and how many there were, of the slowest thread. */
    static final Pattern TOLD = Pattern.compile("punctuations: mean (\\S+) ms, longest (\\S+) ms, (\\d+) in all");

    private static final String THREADS = "kafka.streams:type=stream-thread-metrics,thread-id=*";

    private Punctuations() {}

    /** Says it on standard output, until the process ends. */
    static void tellEverySecond() {
        Thread.ofPlatform().name("punctuations").daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(1_000);
                    tell(ManagementFactory.getPlatformMBeanServer());
                }
            } catch (InterruptedException | JMException e) {
                System.out.println("punctuations unknown: " + e);
            }
        });
    }

    private static void tell(MBeanServer metrics) throws JMException {
        double mean = 0;
        double longest = 0;
        double count = 0;
        for (var thread : metrics.queryNames(new ObjectName(THREADS), null)) {
            mean = Math.max(mean, number(metrics, thread, "punctuate-latency-avg"));
            longest = Math.max(longest, number(metrics, thread, "punctuate-latency-max"));
            count += number(metrics, thread, "punctuate-total");
        }
        System.out.printf(
                Locale.ROOT, "punctuations: mean %.4f ms, longest %.1f ms, %.0f in all%n", mean, longest, count);
    }

    private static double number(MBeanServer metrics, ObjectName thread, String attribute) throws JMException {
        double number = ((Number) metrics.getAttribute(thread, attribute)).doubleValue();
        return Double.isNaN(number) ? 0 : number;
    }
}
