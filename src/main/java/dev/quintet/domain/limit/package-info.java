/** The limit: what a promotion grants, the slots that orders hold, and the decision whether one more may have one. */
@NullMarked
package dev.quintet.domain.limit;

import org.jspecify.annotations.NullMarked;
