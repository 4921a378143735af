package org.parley.system.access;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.parley.system.storage.Secrets;
import org.parley.system.support.AdminRights;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;

/**
 * The people of all stages.
 *
 * @param subject whom operations are about: a member, who does nothing themselves
 * @param secret a private room of somebody else's
 * @param chat chat-service's database
 */
record Cast(
    RunningSystem system,
    Visitor owner,
    Visitor member,
    Visitor subject,
    Visitor outsider,
    long secret,
    Connection chat) {

  /** Far beyond the clock skew that verifiers allow. */
  private static final Duration LONG_AGO = Duration.ofMinutes(10);

  static Cast signUp(RunningSystem system) throws SQLException {
    Visitor outsider = Visitor.signUp(system, "outsider");
    String password = Secrets.of(Path.of(system.description().dataFolder())).chat();
    return new Cast(
        system,
        Visitor.signUp(system, "owner"),
        Visitor.signUp(system, "member"),
        Visitor.signUp(system, "subject"),
        outsider,
        outsider.createRoom(Visitor.freshName("secret"), "private"),
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:"
                + system.description().postgres().port()
                + "/parley_chat",
            "parley_chat",
            password));
  }

  /** Them, with a good token or what they have in its place. */
  Stage.Who who(Caller caller) {
    return switch (caller) {
      case NOBODY -> new Stage.Who(outsider, null);
      case EXPIRED -> new Stage.Who(owner, expired(owner.token()));
      case ENDED -> new Stage.Who(owner, endedSession(owner.signInAgain(system)));
      case OUTSIDER -> new Stage.Who(outsider, outsider.token());
      case MEMBER -> new Stage.Who(member, member.token());
      case OWNER -> new Stage.Who(owner, owner.token());
      case ADMIN -> admin(Visitor.signUp(system, "admin"));
    };
  }

  /** Somebody new in their place, for one operation. */
  Stage.Who spent(Caller caller) {
    Visitor fresh = Visitor.signUp(system, "spent");
    return switch (caller) {
      case NOBODY -> new Stage.Who(fresh, null);
      case EXPIRED -> new Stage.Who(fresh, expired(fresh.token()));
      case ENDED -> new Stage.Who(fresh, endedSession(fresh));
      case OUTSIDER, MEMBER, OWNER -> new Stage.Who(fresh, fresh.token());
      case ADMIN -> admin(fresh);
    };
  }

  private Stage.Who admin(Visitor visitor) {
    Visitor admin = AdminRights.give(system, visitor);
    return new Stage.Who(admin, admin.token());
  }

  private String endedSession(Visitor visitor) {
    visitor.logOut(system);
    return visitor.token();
  }

  /** The id of a token's session; 0 of none. */
  static String session(String token) {
    try {
      return token == null
          ? "0"
          : SignedJWT.parse(token).getJWTClaimsSet().getClaim("sid").toString();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String expired(String token) {
    try {
      Instant then = Instant.now().minus(LONG_AGO);
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet())
              .issueTime(Date.from(then.minus(LONG_AGO)))
              .expirationTime(Date.from(then))
              .build();
      return TokenSigner.of(system.signingKey()).sign(claims);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
