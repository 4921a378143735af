/** What people do in a browser, with a real Chromium against the running system. */
@NullMarked
package org.parley.system.browser;

import org.jspecify.annotations.NullMarked;
