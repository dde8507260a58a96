@NullMarked
package dev.quintet.domain.shipping;

import org.jspecify.annotations.NullMarked;
