/** What must hold under bad luck: crashes, garbage, and whatever may be away, with real processes. */
@NullMarked
package dev.quintet.faults;

import org.jspecify.annotations.NullMarked;
