/** The whole system on one machine: a broker, a schema registry, the demo. None of it is needed in production. */
@NullMarked
package dev.quintet.local;

import org.jspecify.annotations.NullMarked;
