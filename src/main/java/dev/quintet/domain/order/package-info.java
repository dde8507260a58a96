/** The words that the whole domain shares: orders, items, money, verdicts and facts. */
@NullMarked
package dev.quintet.domain.order;

import org.jspecify.annotations.NullMarked;
