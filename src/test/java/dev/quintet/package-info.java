@NullMarked
package dev.quintet;

import org.jspecify.annotations.NullMarked;
