/** The topology test harness: stories of orders, told the same way to the pure domain, a test driver and a real broker. */
@NullMarked
package dev.quintet.harness;

import org.jspecify.annotations.NullMarked;
