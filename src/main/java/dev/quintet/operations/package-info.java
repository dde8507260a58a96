/** Running the services: settings, the Streams client of a service, its health, topics. */
@NullMarked
package dev.quintet.operations;

import org.jspecify.annotations.NullMarked;
