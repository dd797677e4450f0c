/** The whole engine in every state that it can come to. */
@NullMarked
package io.countersign.explore;

import org.jspecify.annotations.NullMarked;
