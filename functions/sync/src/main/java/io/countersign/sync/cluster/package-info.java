/** Destinations in Kubernetes clusters. */
@NullMarked
package io.countersign.sync.cluster;

import org.jspecify.annotations.NullMarked;
