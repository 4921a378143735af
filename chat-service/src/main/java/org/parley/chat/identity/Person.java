package org.parley.chat.identity;

/**
 * Somebody who proved who they are.
 *
 * @param id their user id
 * @param username their user name at the time the token was issued
 */
public record Person(long id, String username) {}
