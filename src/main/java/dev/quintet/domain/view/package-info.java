/** Projections: what readers see of an order, folded from its facts. */
@NullMarked
package dev.quintet.domain.view;

import org.jspecify.annotations.NullMarked;
