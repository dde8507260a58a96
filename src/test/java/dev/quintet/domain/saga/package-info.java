@NullMarked
package dev.quintet.domain.saga;

import org.jspecify.annotations.NullMarked;
