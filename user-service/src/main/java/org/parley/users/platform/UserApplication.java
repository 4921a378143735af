package org.parley.users.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface of user-service, guarded by bearer tokens. */
@ApplicationPath("/")
@DeclareRoles({"user", "admin"})
public class UserApplication extends Application {}
