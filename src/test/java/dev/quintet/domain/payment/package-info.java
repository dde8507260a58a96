@NullMarked
package dev.quintet.domain.payment;

import org.jspecify.annotations.NullMarked;
