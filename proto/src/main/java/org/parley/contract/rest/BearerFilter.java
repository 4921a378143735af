package org.parley.contract.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.log.LogContext;
import org.parley.contract.token.VerifiedToken;

/**
 * Who asks, by the bearer token of the request; what they may is {@link RoleFilter}'s. Whatever is
 * not {@code @PermitAll} is refused without a good token. Where everybody may ask, a token that is
 * not good is as none: a client that lost its session can still sign in.
 *
 * <p>The rules are those of sockets and gRPC, because the verification is: docs/decisions/0028.
 * Each service has a {@code @Provider} subclass with {@code @Priority(AUTHENTICATION)}.
 */
public abstract class BearerFilter implements ContainerRequestFilter {

  /** RFC 9110 §11.1: the scheme's case does not matter. */
  private static final String SCHEME = "bearer ";

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  /** What the token says; throws a {@link ProblemException} for one that is not to be accepted. */
  protected abstract VerifiedToken verify(String token);

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      VerifiedToken caller = verify(token(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
      LogContext.ofRequest(RequestIdFilter.of(servletRequest), caller.sessionId()).begin();
      request.setSecurityContext(
          new Caller(new BearerPrincipal(caller), request.getSecurityContext().isSecure()));
    } catch (ProblemException refusal) {
      if (!isOpen(resource.getResourceMethod())) {
        throw refusal;
      }
    }
  }

  /** The scheme may be left out, as it always could be. */
  private static String token(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(ProblemType.UNAUTHORIZED);
    }
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : header.strip();
  }

  /** Whether everybody may ask for it. */
  public static boolean isOpen(@Nullable Method method) {
    if (method == null) {
      return false;
    }
    return method.isAnnotationPresent(PermitAll.class)
        || (method.getDeclaringClass().isAnnotationPresent(PermitAll.class)
            && !method.isAnnotationPresent(RolesAllowed.class));
  }

  /**
   * Judges {@code @RolesAllowed} by the caller's token. After everything that says who they are, an
   * ended session among it: whoever has to sign in again is told so, whatever they may. Before
   * Liberty, which would ask who lacks a role to sign in, though they are.
   */
  @Priority(Priorities.AUTHORIZATION - 1)
  public static class RoleFilter implements ContainerRequestFilter {

    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
      Method method = resource.getResourceMethod();
      if (!isOpen(method)
          && request.getSecurityContext().getUserPrincipal() instanceof BearerPrincipal caller) {
        requireRole(method, caller);
      }
    }

    private static void requireRole(@Nullable Method method, BearerPrincipal caller) {
      RolesAllowed roles =
          method == null || method.isAnnotationPresent(RolesAllowed.class)
              ? rolesOf(method)
              : rolesOf(method.getDeclaringClass());
      if (roles != null && Arrays.stream(roles.value()).noneMatch(caller.getGroups()::contains)) {
        throw new ProblemException(ProblemType.FORBIDDEN);
      }
    }

    private static @Nullable RolesAllowed rolesOf(@Nullable AnnotatedElement where) {
      return where == null ? null : where.getAnnotation(RolesAllowed.class);
    }
  }

  private record Caller(BearerPrincipal token, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return token;
    }

    @Override
    public boolean isUserInRole(String role) {
      return token.getGroups().contains(role);
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
