/** Rule 7 over HTTP: going around approvers openly, and the look afterwards. */
@NullMarked
package io.countersign.tests.bypass;

import org.jspecify.annotations.NullMarked;
