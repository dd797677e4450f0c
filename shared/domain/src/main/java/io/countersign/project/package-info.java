/** Where secrets live: projects, environments, documents and where they are pushed. */
@NullMarked
package io.countersign.project;

import org.jspecify.annotations.NullMarked;
