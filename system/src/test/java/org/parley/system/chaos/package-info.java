/**
 * What the system promises while its parts fail: faults on a system of its own, one after another,
 * with the checker running throughout.
 */
package org.parley.system.chaos;
