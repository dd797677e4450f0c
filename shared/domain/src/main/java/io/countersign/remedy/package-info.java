/** Who could clear what stands in the way of a request (rule 12). */
@NullMarked
package io.countersign.remedy;

import org.jspecify.annotations.NullMarked;
