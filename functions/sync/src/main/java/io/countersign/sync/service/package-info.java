/** Destinations that are services, deployed anew so that they read the new value. */
@NullMarked
package io.countersign.sync.service;

import org.jspecify.annotations.NullMarked;
