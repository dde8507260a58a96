@NullMarked
package dev.quintet.mail;

import org.jspecify.annotations.NullMarked;
