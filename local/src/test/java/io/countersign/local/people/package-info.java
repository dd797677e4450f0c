@NullMarked
package io.countersign.local.people;

import org.jspecify.annotations.NullMarked;
