/** The demo people and their sign-in. */
@NullMarked
package io.countersign.local.people;

import org.jspecify.annotations.NullMarked;
