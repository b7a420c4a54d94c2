/**
 * The command line and what {@code serve} does before the doors open. The same jar, the same application context, without
 * the web server.
 *
 * <p>Stands on top: may import every package; nobody imports it but the application class.
 */
@NullMarked
package org.chengxin.cli;

import org.jspecify.annotations.NullMarked;
