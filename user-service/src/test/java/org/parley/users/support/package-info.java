/** What the tests of this service share: its archive, its clients, an outage of its database. */
package org.parley.users.support;
