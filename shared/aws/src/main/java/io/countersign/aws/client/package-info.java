/** How every client of the SDK is built and warmed. */
@NullMarked
package io.countersign.aws.client;

import org.jspecify.annotations.NullMarked;
