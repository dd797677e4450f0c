/** How clients are built. */
@NullMarked
package io.countersign.aws.client;

import org.jspecify.annotations.NullMarked;
