/** One page a service: its topology from top to bottom, and the processors that carry records to the domain and back. */
@NullMarked
package dev.quintet.topology;

import org.jspecify.annotations.NullMarked;
