/** New change requests, their withdrawal and comments. */
@NullMarked
package io.countersign.submit;

import org.jspecify.annotations.NullMarked;
