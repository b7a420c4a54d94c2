package org.chengxin.rights;

/**
 * A file handed in as evidence.
 *
 * @param id its own id; names its sealed file
 * @param name as sent: shown, never used as a path
 * @param bytes size as sent
 */
public record Evidence(String id, String name, FileKind kind, long bytes) {}
