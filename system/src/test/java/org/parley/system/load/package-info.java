/** Tests that run the load plans of jmeter/ small, against the running system. */
@NullMarked
package org.parley.system.load;

import org.jspecify.annotations.NullMarked;
