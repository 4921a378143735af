package org.parley.chat.presence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.parley.chat.cluster.Presence;
import org.parley.chat.cluster.PresenceRegister;

/** Redis as a test has it: it hears everything, and answers when and what the test says. */
final class ScriptedRegister extends PresenceRegister {

  private final List<String> heard = new ArrayList<>();
  private final Queue<CompletableFuture<Answer>> unanswered = new ArrayDeque<>();
  private Answer standing;
  private Lease renewal = Lease.KEPT;
  private Presence dead;
  private Duration leaseTime = Duration.ofDays(1);
  int begunAnew;

  ScriptedRegister() {
    // As the container's proxy, which takes nothing.
  }

  /** From now on everything is answered so, at once; null: the test answers one after another. */
  void answersAlways(Answer answer) {
    standing = answer;
  }

  /** Answers the oldest question. */
  void answer(Answer answer) {
    requireNonNull(unanswered.poll(), "nothing was asked").complete(answer);
  }

  /** What it heard since it was asked last. */
  List<String> heard() {
    List<String> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  /** What the next renewals lead to. */
  void renews(Lease answer) {
    renewal = answer;
  }

  /** Who is to be ended, and how long a lease lasts. */
  void hasDead(Presence gone, Duration lease) {
    dead = gone;
    leaseTime = lease;
  }

  @Override
  public Lease renew() {
    heard.add("renew");
    return renewal;
  }

  @Override
  public Duration lease() {
    return leaseTime;
  }

  @Override
  public void endTheDead(Consumer<Presence> news) {
    heard.add("end the dead");
    news.accept(dead);
  }

  @Override
  public void beginAnew() {
    begunAnew++;
  }

  @Override
  public CompletionStage<Answer> enter(Presence presence) {
    return ask("enter " + presence.username());
  }

  @Override
  public CompletionStage<Answer> leave(Presence presence) {
    return ask("leave " + presence.username());
  }

  private CompletionStage<Answer> ask(String question) {
    heard.add(question);
    if (standing != null) {
      return CompletableFuture.completedStage(standing);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    unanswered.add(answer);
    return answer;
  }
}
