package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Goes through the client by keys alone and writes down what somebody hears who does not see: what
 * has the focus, by role, name and state in Chromium's accessibility tree, and what live regions
 * say.
 */
final class Walk {

  /** The focused element, inside whatever shadow roots. */
  private static final String FOCUSED =
      """
      (() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) {
          active = active.shadowRoot.activeElement;
        }
        return active;
      })()
      """;

  /** More would be a circle. */
  private static final int MOST_STOPS = 60;

  /** Of what a node is, what a screen reader adds to its name. */
  private static final List<String> STATES =
      List.of("checked", "pressed", "expanded", "selected", "invalid", "required", "disabled");

  private final Page page;
  private final CDPSession browser;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  Walk(Screen screen) {
    page = screen.page();
    browser = page.context().newCDPSession(page);
    browser.send("Accessibility.enable");
  }

  /** What is called otherwise in every run is written as if it were not. */
  Walk call(String name, String written) {
    names.put(name, written);
    return this;
  }

  Walk chapter(String title) {
    text.append("\n## ")
        .append(title)
        .append("\n\n| keys | then the focus is on | and is heard |\n");
    text.append("|---|---|---|\n");
    return this;
  }

  /**
   * Presses a key that leads there.
   *
   * @param shown what is seen once all of it has happened
   */
  Walk press(String key, Locator there, Locator... shown) {
    page.keyboard().press(key);
    return at("`" + key + "`", there, shown);
  }

  /**
   * Types where the focus is; in one piece, because what is told on the way depends on how fast one
   * types.
   */
  Walk type(String typed, Locator there, Locator... shown) {
    page.keyboard().insertText(typed);
    return at("“" + typed + "”", there, shown);
  }

  /** Somebody else does something. */
  Walk meanwhile(String what, Runnable deed, Locator there, Locator... shown) {
    deed.run();
    return at("(" + what + ")", there, shown);
  }

  private Walk at(String keys, Locator there, Locator... shown) {
    for (Locator one : shown) {
      assertThat(one).isVisible();
    }
    assertThat(there).isFocused();
    String heard = String.join("<br>", heard());
    text.append("| ").append(written(keys)).append(" | ").append(written(focused()));
    text.append(" | ").append(written(heard)).append(" |\n");
    return this;
  }

  /** All the Tab key stops at from here on, once round. */
  Walk stops(String where) {
    List<String> stops = new ArrayList<>();
    String first = where();
    for (int i = 0; i < MOST_STOPS; i++) {
      stops.add(focused());
      page.keyboard().press("Tab");
      if (where().equals(first) || where().equals("body")) {
        break;
      }
    }
    heard();
    text.append("\nAll the Tab key stops at ").append(where).append(":\n\n");
    stops.forEach(stop -> text.append("1. ").append(written(stop)).append('\n'));
    return this;
  }

  /** Which element that is. */
  private String where() {
    return (String)
        page.evaluate(
            "() => { const it = "
                + FOCUSED.strip()
                + "; window.stops ??= new Map(); if (it === document.body) { return 'body'; }"
                + " stops.has(it) || stops.set(it, `${stops.size}`); return stops.get(it); }");
  }

  private List<String> heard() {
    return ((List<?>) page.evaluate("() => heard.splice(0)"))
        .stream().map(String::valueOf).toList();
  }

  /** And what is chosen in the list that belongs to it. */
  private String focused() {
    String chosen = node("(" + FOCUSED.strip() + ").ariaActiveDescendantElement");
    return node(FOCUSED) + (chosen.isEmpty() ? "" : " → " + chosen);
  }

  private String node(String script) {
    JsonObject expression = new JsonObject();
    expression.addProperty("expression", script);
    JsonObject found = browser.send("Runtime.evaluate", expression).getAsJsonObject("result");
    if (!found.has("objectId")) {
      return "";
    }
    JsonObject wanted = new JsonObject();
    wanted.add("objectId", found.get("objectId"));
    wanted.addProperty("fetchRelatives", false);
    JsonObject node =
        browser
            .send("Accessibility.getPartialAXTree", wanted)
            .getAsJsonArray("nodes")
            .get(0)
            .getAsJsonObject();
    String role = valueOf(node, "role");
    String name = valueOf(node, "name");
    String value = valueOf(node, "value");
    String description = valueOf(node, "description");
    return role
        + (name.isEmpty() ? "" : " “" + name + "”")
        + (value.isEmpty() ? "" : ": “" + value + "”")
        + statesOf(node)
        + (description.isEmpty() || description.equals(name) ? "" : " (" + description + ")");
  }

  private static String statesOf(JsonObject node) {
    if (!node.has("properties")) {
      return "";
    }
    return StreamSupport.stream(node.getAsJsonArray("properties").spliterator(), false)
        .map(property -> property.getAsJsonObject())
        .filter(property -> STATES.contains(property.get("name").getAsString()))
        .map(property -> stateOf(property.get("name").getAsString(), valueOf(property, "value")))
        .filter(state -> !state.isEmpty())
        .map(state -> ", " + state)
        .collect(Collectors.joining());
  }

  private static String stateOf(String name, String value) {
    boolean isFalse = value.equals("false");
    return switch (name) {
      case "expanded" -> isFalse ? "collapsed" : "expanded";
      case "checked", "pressed" -> isFalse ? "not " + name : name;
      default -> isFalse ? "" : name;
    };
  }

  private static String valueOf(JsonObject of, String what) {
    JsonObject wrapped = of.has(what) ? of.getAsJsonObject(what) : new JsonObject();
    return wrapped.has("value") ? wrapped.get("value").getAsString() : "";
  }

  private String written(String said) {
    String all = said;
    for (Map.Entry<String, String> name : names.entrySet()) {
      all = all.replace(name.getKey(), name.getValue());
    }
    // A time of day is another one in every run.
    return all.replaceAll("\\d{1,2}:\\d{2}\\s[AP]M", "9:41 AM")
        .replace("|", "\\|")
        .replace("\n", " ⏎ ");
  }

  String text() {
    return text.toString();
  }
}
