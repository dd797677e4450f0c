/**
 * Functions as Lambda runs them: a Runtime API server and processes of AWS's own runtime client.
 */
@NullMarked
package io.countersign.local.lambda;

import org.jspecify.annotations.NullMarked;
