/** What every participant of a saga has in common: commands that may come twice, and replies that echo their id. */
@NullMarked
package dev.quintet.domain.participant;

import org.jspecify.annotations.NullMarked;
