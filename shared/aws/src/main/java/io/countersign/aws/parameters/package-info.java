/** Parameters by SSM. */
@NullMarked
package io.countersign.aws.parameters;

import org.jspecify.annotations.NullMarked;
