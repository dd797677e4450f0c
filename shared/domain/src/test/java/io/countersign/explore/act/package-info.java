/** What can happen in a world: commands, merges, admins, others, faults, time. */
@NullMarked
package io.countersign.explore.act;

import org.jspecify.annotations.NullMarked;
