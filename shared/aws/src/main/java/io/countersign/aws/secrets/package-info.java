/** The port to Secrets Manager on AWS. */
@NullMarked
package io.countersign.aws.secrets;

import org.jspecify.annotations.NullMarked;
