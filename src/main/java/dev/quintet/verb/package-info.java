/** The verbs of the command line, one class each, and the services put together. May see all. */
@NullMarked
package dev.quintet.verb;

import org.jspecify.annotations.NullMarked;
