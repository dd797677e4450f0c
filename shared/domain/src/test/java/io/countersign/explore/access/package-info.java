/** Access for a limited time, explored as a whole: what may come between its giving and its use. */
@NullMarked
package io.countersign.explore.access;

import org.jspecify.annotations.NullMarked;
