/**
 * What the feed promises while parts of the system forget, lose and come back, over both instances.
 */
package org.parley.system.feed;
