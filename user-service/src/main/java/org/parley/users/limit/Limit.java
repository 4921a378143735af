package org.parley.users.limit;

/** What is limited here: the labels of {@code rate_limited_total}. */
enum Limit {
  REGISTER_PER_ADDRESS,
  LOGIN_PER_ADDRESS,
  LOGIN_PER_ACCOUNT,
  REFRESH_PER_ADDRESS,
  REFRESH_PER_SESSION,
  EXPORT
}
