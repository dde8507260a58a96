@NullMarked
package dev.quintet.operations;

import org.jspecify.annotations.NullMarked;
