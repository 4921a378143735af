package org.parley.system.browser;

/** What a browser keeps of what was written and is not settled yet: what is sent, and drafts. */
final class Stash {

  private static final String EVERYTHING =
      """
      async () => {
        const database = await new Promise((done) => {
          const opening = indexedDB.open('parley-unsent');
          opening.onsuccess = () => done(opening.result);
        });
        const store = (name) => new Promise((done) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => done(reading.result);
        });
        const kept = [...await store('kept'), ...await store('drafts')];
        database.close();
        return kept.map((row) => JSON.stringify(row)).join('\\n');
      }
      """;

  private Stash() {}

  /** Returns once all of it is kept. */
  static void awaitKept(Screen screen, String... texts) {
    for (String text : texts) {
      screen.page().waitForCondition(() -> everything(screen).contains(text));
    }
  }

  static void awaitNothingKept(Screen screen) {
    screen.page().waitForCondition(() -> everything(screen).isEmpty());
  }

  /** Not by Playwright's own way of waiting: the page forbids to evaluate texts. */
  private static String everything(Screen screen) {
    return (String) screen.page().evaluate(EVERYTHING);
  }
}
