/** What a function does once, before its first call: open connections for SnapStart. */
@NullMarked
package io.countersign.edge.start;

import org.jspecify.annotations.NullMarked;
