/** Pages for readers: chapters of prose, pictures, tables and code in one HTML file that needs nothing else. */
@NullMarked
package org.legendre.examples.page;

import org.jspecify.annotations.NullMarked;
