@NullMarked
package dev.quintet.domain.view;

import org.jspecify.annotations.NullMarked;
