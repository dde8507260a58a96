/** What Prometheus is told. */
@NullMarked
package dev.quintet.operations.metrics;

import org.jspecify.annotations.NullMarked;
