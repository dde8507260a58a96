@NullMarked
package dev.quintet.domain.notification;

import org.jspecify.annotations.NullMarked;
