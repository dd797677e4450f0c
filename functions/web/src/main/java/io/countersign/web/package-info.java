/** Serves the dashboard's files under strict headers. */
@NullMarked
package io.countersign.web;

import org.jspecify.annotations.NullMarked;
