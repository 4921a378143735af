package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.by;
import static org.parley.users.support.Clients.idOf;
import static org.parley.users.support.Clients.metric;
import static org.parley.users.support.Clients.refreshInBody;
import static org.parley.users.support.Clients.registerInBody;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.StoredSessions;
import org.parley.users.support.UserServiceArchive;
import org.parley.users.support.UsersDatabase;

/** A refresh token that is used twice within its grace: by two tabs, or by a fast thief. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefreshBranchesIT {

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void endASessionAsSoonAsBothGoOnWhoeverIsFirst() throws Exception {
    for (boolean ownerIsFirst : new boolean[] {true, false}) {
      Answer first = registerInBody("branches-" + ownerIsFirst);
      Answer owners = refreshed(first);
      Answer thiefs = refreshed(first);
      StoredSessions.ageTokens(idOf(first));

      double before = metric("refresh_tokens_reused_total");
      Answer next = refreshed(ownerIsFirst ? owners : thiefs);
      assertThat(refresh(ownerIsFirst ? thiefs : owners).text("code"))
          .isEqualTo("invalid_refresh_token");
      assertThat(refresh(next).status()).as("nobody goes on").isEqualTo(401);
      assertThat(by(next, "GET", "/api/v1/users/me", "").status()).isEqualTo(401);
      assertThat(metric("refresh_tokens_reused_total")).isEqualTo(before + 1);
    }
  }

  @Test
  void endItThoughBothWentOnWithinTheGrace() throws Exception {
    Answer first = registerInBody("cousins");
    Answer owners = refreshed(refreshed(first));
    Answer thiefs = refreshed(refreshed(first));
    StoredSessions.ageTokens(idOf(first));

    assertThat(refresh(owners).status()).isEqualTo(401);
    assertThat(refresh(thiefs).status()).isEqualTo(401);
    assertThat(by(owners, "GET", "/api/v1/users/me", "").status()).isEqualTo(401);
  }

  @Test
  void endItThoughBothGoOnAtTheSameMoment() throws Exception {
    Answer first = registerInBody("at-once");
    Answer owners = refreshed(first);
    Answer thiefs = refreshed(first);
    StoredSessions.ageTokens(idOf(first));

    var one = CompletableFuture.supplyAsync(() -> refresh(owners).status());
    var other = CompletableFuture.supplyAsync(() -> refresh(thiefs).status());
    assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 401);
    assertThat(by(first, "GET", "/api/v1/users/me", "").status()).isEqualTo(401);
  }

  @Test
  void endItHoweverFastTheThiefRefreshes() throws Exception {
    Answer first = registerInBody("fast-thief");
    Answer thiefs = first;
    Answer newest = first;
    for (int i = 0; i < 90 && newest.status() == 200; i++) {
      thiefs = newest;
      newest = refresh(thiefs);
    }
    assertThat(newest.status()).as("the session's limit is used up").isEqualTo(429);
    StoredSessions.ageUsedTokens(idOf(first));

    assertThat(refresh(first).text("code")).isEqualTo("invalid_refresh_token");
    assertThat(by(thiefs, "GET", "/api/v1/users/me", "").status()).isEqualTo(401);
    assertThat(refresh(thiefs).status()).isEqualTo(401);
  }

  @Test
  void signNobodyOutWhoseTabsAskAtOnceOrWhoseAnswerWasLost() throws Exception {
    Answer first = registerInBody("tabs");
    Answer lost = refreshed(first);
    Answer tab = refreshed(first);
    Answer other = refreshed(first);
    refreshed(tab);
    assertThat(refresh(lost).status()).as("under way when the tab asked").isEqualTo(200);
    Answer next = refreshed(other);
    StoredSessions.ageTokens(idOf(first));
    assertThat(refresh(next).status()).isEqualTo(200);
  }

  @Test
  void signNobodyOutWhoseTokenAnEarlierVersionUsedWithoutCounting() throws Exception {
    Answer first = registerInBody("upgrade");
    Answer tab = refreshed(first);
    UsersDatabase.execute(
        "update refresh_tokens set children = 0 where session_id in"
            + " (select id from sessions where user_id = "
            + idOf(first)
            + ")");
    refreshed(first);
    StoredSessions.ageTokens(idOf(first));
    assertThat(refresh(tab).status()).isEqualTo(200);
  }

  @Test
  void areFew() throws Exception {
    Answer first = registerInBody("many-branches");
    for (int i = 0; i < RefreshToken.MOST_CHILDREN; i++) {
      refreshed(first);
    }
    Answer refused = refresh(first);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("code")).isEqualTo("rate_limited");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(by(first, "GET", "/api/v1/users/me", "").status()).isEqualTo(200);
    assertThat(
            StoredSessions.count(
                "refresh_tokens where session_id in (select id from sessions where user_id = "
                    + idOf(first)
                    + ")"))
        .isEqualTo(1 + RefreshToken.MOST_CHILDREN);
  }

  private static Answer refreshed(Answer signedIn) {
    Answer answer = refresh(signedIn);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer;
  }

  private static Answer refresh(Answer signedIn) {
    return refreshInBody(signedIn.text("refresh_token"));
  }
}
