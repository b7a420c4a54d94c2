/**
 * What the portal can do on this machine: starts portals of its own on a directory of its own, drives them through their
 * doors and commands as anybody would, and makes a table of the figures.
 *
 * <p>May import {@code search}, to read the same files of questions; stands outside the application context.
 */
@NullMarked
package org.chengxin.bench;

import org.jspecify.annotations.NullMarked;
