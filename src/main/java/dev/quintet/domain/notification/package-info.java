/** What customers are told about their orders, and in which words. */
@NullMarked
package dev.quintet.domain.notification;

import org.jspecify.annotations.NullMarked;
