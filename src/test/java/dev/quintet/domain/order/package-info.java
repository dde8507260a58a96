@NullMarked
package dev.quintet.domain.order;

import org.jspecify.annotations.NullMarked;
