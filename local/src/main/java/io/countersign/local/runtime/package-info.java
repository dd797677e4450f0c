/**
 * A runtime for functions in plain Java, where AWS's own has no native part. It runs in the process
 * of a function, so it needs the JDK and Lambda's interfaces only.
 */
@NullMarked
package io.countersign.local.runtime;

import org.jspecify.annotations.NullMarked;
