/** Writes of people, groups, projects and rules. */
@NullMarked
package io.countersign.admin;

import org.jspecify.annotations.NullMarked;
