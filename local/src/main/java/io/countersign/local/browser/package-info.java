/**
 * A Chromium that people's hands are played with, by its own protocol: for the story, for pictures
 * and for measuring.
 */
@NullMarked
package io.countersign.local.browser;

import org.jspecify.annotations.NullMarked;
