package io.countersign.revision;

/**
 * A secret that holds proposed values, read only by this version id.
 *
 * @param name {@code <pendingPrefix><request>/<revision token>/<part>}
 */
public record Part(String name, String versionId) {}
