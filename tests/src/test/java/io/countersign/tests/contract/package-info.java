/** The documents of the API, held against the template, the sources and what was answered. */
@NullMarked
package io.countersign.tests.contract;

import org.jspecify.annotations.NullMarked;
