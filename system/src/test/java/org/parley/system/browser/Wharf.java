package org.parley.system.browser;

import com.microsoft.playwright.Browser;
import org.parley.system.support.Past;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** A public room of Ben's, and a browser in which Ada comes to it. */
final class Wharf {

  private final RunningSystem system;
  private final Browsers browsers;
  private final Visitor ben;
  private final String name = Visitor.freshName("Wharf");
  private final long room;

  Wharf(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
    ben = Visitor.signUp(system, "ben");
    room = ben.createRoom(name, "public");
  }

  Visitor ben() {
    return ben;
  }

  /** Its number. */
  long room() {
    return room;
  }

  /** For what was said in it before. */
  Past past() {
    return new Past(system, room);
  }

  /** Ben says so many more, each "message" and its seq. */
  void says(int count) {
    long next = ben.history(room).path("messages").path(0).path("seq").asLong() + 1;
    for (int i = 0; i < count; i++) {
      ben.say(room, "message " + (next + i));
    }
  }

  /** Ada, who just joined, and hears what is said. */
  Screen ada() {
    return ada(new Browser.NewContextOptions().setViewportSize(900, 700));
  }

  Screen ada(Browser.NewContextOptions options) {
    return browsers.open(options).signUp(Visitor.freshName("ada")).joinRoom(name).awaitEntered();
  }

  /** Follows a link to a message of it. */
  void visit(Screen screen, long seq) {
    screen.page().navigate(system.origin("/#/rooms/" + room + "/messages/" + seq).toString());
  }
}
