@NullMarked
package dev.quintet.domain.limit;

import org.jspecify.annotations.NullMarked;
