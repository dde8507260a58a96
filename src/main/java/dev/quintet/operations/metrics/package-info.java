/** What a process tells Prometheus: the JVM, Kafka's own metrics where they are worth their series, and ours. */
@NullMarked
package dev.quintet.operations.metrics;

import org.jspecify.annotations.NullMarked;
