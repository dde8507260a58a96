@NullMarked
package dev.quintet.verb;

import org.jspecify.annotations.NullMarked;
