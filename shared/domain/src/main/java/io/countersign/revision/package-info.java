/**
 * What is proposed, sealed: operations, what they were written against, and the digest over it all
 * (rules 1 and 8).
 */
@NullMarked
package io.countersign.revision;

import org.jspecify.annotations.NullMarked;
