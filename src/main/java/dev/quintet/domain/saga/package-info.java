/** What happens to an accepted order until its end: the definition, and the rules by which it goes on. */
@NullMarked
package dev.quintet.domain.saga;

import org.jspecify.annotations.NullMarked;
