/** The guide's story, told step by step against a running stack. */
@NullMarked
package io.countersign.local.story;

import org.jspecify.annotations.NullMarked;
