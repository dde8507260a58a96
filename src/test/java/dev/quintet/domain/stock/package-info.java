@NullMarked
package dev.quintet.domain.stock;

import org.jspecify.annotations.NullMarked;
