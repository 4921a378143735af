/** Tests that run the load plans of jmeter/ small, against the running system. */
package org.parley.system.load;
