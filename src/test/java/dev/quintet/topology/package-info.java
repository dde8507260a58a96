@NullMarked
package dev.quintet.topology;

import org.jspecify.annotations.NullMarked;
