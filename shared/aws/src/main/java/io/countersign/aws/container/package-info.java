/** Clusters and services that run containers. */
@NullMarked
package io.countersign.aws.container;

import org.jspecify.annotations.NullMarked;
