package org.parley.chat.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface of chat-service, guarded by bearer tokens. */
@ApplicationPath("/api/v1")
@DeclareRoles("user")
public class ChatApplication extends Application {}
