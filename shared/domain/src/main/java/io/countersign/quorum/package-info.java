/** How many seats of a policy's requirements are filled, and by whom (design §2, rule 2). */
@NullMarked
package io.countersign.quorum;

import org.jspecify.annotations.NullMarked;
