/** What the tests of this service share: its archive, its clients, an outage of its database. */
@NullMarked
package org.parley.users.support;

import org.jspecify.annotations.NullMarked;
