@NullMarked
package io.countersign.local.mail;

import org.jspecify.annotations.NullMarked;
