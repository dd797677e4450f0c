/** The one-machine stack: emulator, deployment, functions, people and mail page, started as one. */
@NullMarked
package io.countersign.local;

import org.jspecify.annotations.NullMarked;
