/** The simulated payment provider: holds, captures, and a ledger of both. */
@NullMarked
package dev.quintet.domain.payment;

import org.jspecify.annotations.NullMarked;
