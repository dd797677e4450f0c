/** Mail by SES. */
@NullMarked
package io.countersign.aws.mail;

import org.jspecify.annotations.NullMarked;
