@NullMarked
package dev.quintet.local.bench;

import org.jspecify.annotations.NullMarked;
