/** Calls of the world outside AWS. */
@NullMarked
package io.countersign.aws.web;

import org.jspecify.annotations.NullMarked;
