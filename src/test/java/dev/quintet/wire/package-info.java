/** Tests of the wire package, and the registry stub that other tests may use. */
@NullMarked
package dev.quintet.wire;

import org.jspecify.annotations.NullMarked;
