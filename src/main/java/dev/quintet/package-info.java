/** The command line; sees everything, decides nothing. */
@NullMarked
package dev.quintet;

import org.jspecify.annotations.NullMarked;
