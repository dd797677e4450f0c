/** Changes of whatever decides who may do what, and who must agree to them (rule 13). */
@NullMarked
package io.countersign.rule;

import org.jspecify.annotations.NullMarked;
