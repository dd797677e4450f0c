/** What an exploration begins with: people, rules, secrets, and who may do what how often. */
@NullMarked
package io.countersign.explore.realm;

import org.jspecify.annotations.NullMarked;
