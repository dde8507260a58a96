/**
 * The benchmark: what an order costs beside a record that is only passed through, how long an answer takes, and whether
 * the limit held meanwhile.
 */
@NullMarked
package dev.quintet.local.bench;

import org.jspecify.annotations.NullMarked;
