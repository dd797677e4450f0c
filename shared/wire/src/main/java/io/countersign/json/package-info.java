/** JSON as a small tree, and reading it with errors that name the field and the rule. */
@NullMarked
package io.countersign.json;

import org.jspecify.annotations.NullMarked;
