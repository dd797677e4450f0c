/** The exploration of changes of rules: what one person can bring about who has many ways. */
@NullMarked
package io.countersign.explore.rules;

import org.jspecify.annotations.NullMarked;
