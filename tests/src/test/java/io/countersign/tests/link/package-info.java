/** Links in mails: what they lead to, and what nobody can do with them. */
@NullMarked
package io.countersign.tests.link;

import org.jspecify.annotations.NullMarked;
