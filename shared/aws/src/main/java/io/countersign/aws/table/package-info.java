/** The ports to the table on DynamoDB (design §4). */
@NullMarked
package io.countersign.aws.table;

import org.jspecify.annotations.NullMarked;
