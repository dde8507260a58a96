/** Tests of the HTTP side: on a real server, with and without a real broker behind it. */
@NullMarked
package dev.quintet.http;

import org.jspecify.annotations.NullMarked;
