@NullMarked
package dev.quintet.local;

import org.jspecify.annotations.NullMarked;
