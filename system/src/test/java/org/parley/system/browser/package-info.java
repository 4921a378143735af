/** What people do in a browser, with a real Chromium against the running system. */
package org.parley.system.browser;
