@NullMarked
package io.countersign.web;

import org.jspecify.annotations.NullMarked;
