/** The forms of names: slugs, paths, globs and prefixes (design §1, Names). */
@NullMarked
package io.countersign.name;

import org.jspecify.annotations.NullMarked;
