package org.parley.system.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.support.Visitor;

/** Two people in two browsers who talk while something happens to the system. */
public final class Conversation implements AutoCloseable {

  private static final String PASSWORD = "a long enough pass phrase";

  private final Chromium chromium;
  private final Screen ada;
  private final Screen ben;
  private final List<String> said = new ArrayList<>();

  private Conversation(Chromium chromium, URI page) {
    this.chromium = chromium;
    String room = Visitor.freshName("Harbour");
    ada = Screen.open(chromium.browser(), page);
    ben = Screen.open(chromium.browser(), page);
    ada.signUp(Visitor.freshName("ada"), PASSWORD).createRoom(room);
    ben.signUp(Visitor.freshName("ben"), PASSWORD).joinRoom(room);
  }

  /** Whether it can be had on this machine. */
  public static boolean isPossible() {
    return Chromium.find().isPresent();
  }

  /**
   * Both sign up, and are in one room.
   *
   * @param page the browser client
   */
  public static Conversation begin(URI page) {
    return new Conversation(Chromium.start(), page);
  }

  /** Both say something, and both see all that was ever said, in its order. */
  public void goOn() {
    String number = Integer.toString(said.size());
    say(ada, "Ada's " + number);
    say(ben, "Ben's " + number);
  }

  private void say(Screen screen, String text) {
    screen.say(text);
    said.add(text);
    ada.sees(said.toArray(String[]::new));
    ben.sees(said.toArray(String[]::new));
  }

  @Override
  public void close() {
    ada.close();
    ben.close();
    chromium.close();
  }
}
