/** What is shipped and under which licences, read off the bills of materials of the build. */
@NullMarked
package org.parley.system.supply;

import org.jspecify.annotations.NullMarked;
