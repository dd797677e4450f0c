/** New change requests, their revisions, withdrawal and comments. */
@NullMarked
package io.countersign.submit;

import org.jspecify.annotations.NullMarked;
