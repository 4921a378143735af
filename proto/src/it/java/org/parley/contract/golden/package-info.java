/**
 * Texts that may only change where a reviewer sees it. Compiled into the tests of any module; needs
 * AssertJ only.
 */
package org.parley.contract.golden;
