/**
 * The chapters of the atlas, one class a chapter: each computes its {@link org.legendre.examples.chapter.Findings}, which a test asserts number by
 * number, and the pictures that go with them.
 */
@NullMarked
package org.legendre.examples.chapter;

import org.jspecify.annotations.NullMarked;
