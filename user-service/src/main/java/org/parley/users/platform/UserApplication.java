package org.parley.users.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST interface of user-service, guarded by MicroProfile JWT. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "parley")
@DeclareRoles("user")
public class UserApplication extends Application {}
