/** Finding what a pod, or another one, keeps of a key, and reading it there. */
@NullMarked
package dev.quintet.http.query;

import org.jspecify.annotations.NullMarked;
