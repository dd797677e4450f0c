/** Votes by the link in a mail and the code in its text (design §6). */
@NullMarked
package io.countersign.link;

import org.jspecify.annotations.NullMarked;
