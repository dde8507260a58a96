/** How domain values look on Kafka: topics, stores, headers, and the codecs between the domain and Avro. */
@NullMarked
package dev.quintet.wire;

import org.jspecify.annotations.NullMarked;
