/** The HTTP side: routes, taking orders in and waiting for their verdicts, publishing reference data. */
@NullMarked
package dev.quintet.http;

import org.jspecify.annotations.NullMarked;
