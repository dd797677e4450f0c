/** Who acts: people, machines, groups, their roles and what those allow. */
@NullMarked
package io.countersign.directory;

import org.jspecify.annotations.NullMarked;
