/** Prices that follow demand and stock, within bounds that somebody set. */
@NullMarked
package dev.quintet.domain.pricing;

import org.jspecify.annotations.NullMarked;
