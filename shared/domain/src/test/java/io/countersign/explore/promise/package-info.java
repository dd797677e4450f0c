/** What must hold whatever happens, judged from what really happened. */
@NullMarked
package io.countersign.explore.promise;

import org.jspecify.annotations.NullMarked;
