package org.parley.system.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.support.Visitor;

/** Two people in two browsers who talk while something happens to the system. */
public final class Conversation implements AutoCloseable {

  private final Browsers browsers;
  private final Screen ada;
  private final Screen ben;
  private final List<String> said = new ArrayList<>();

  private Conversation(Browsers browsers) {
    this.browsers = browsers;
    String room = Visitor.freshName("Harbour");
    ada = browsers.signedUp("ada").createRoom(room);
    ben = browsers.signedUp("ben").joinRoom(room);
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
    Browsers browsers = new Browsers(Chromium.start(), page);
    try {
      return new Conversation(browsers);
    } catch (RuntimeException | AssertionError e) {
      closeAfter(e, browsers);
      throw e;
    }
  }

  /** The Chromium goes on for others. */
  private static void closeAfter(Throwable failure, Browsers browsers) {
    try {
      browsers.close();
    } catch (RuntimeException | AssertionError e) {
      failure.addSuppressed(e);
    }
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
    browsers.close();
  }
}
