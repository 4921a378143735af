/** What is left of people who deleted their account, over both services. */
@NullMarked
package org.parley.system.privacy;

import org.jspecify.annotations.NullMarked;
