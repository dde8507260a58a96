@NullMarked
package dev.quintet.domain.pricing;

import org.jspecify.annotations.NullMarked;
