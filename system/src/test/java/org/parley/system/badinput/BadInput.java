package org.parley.system.badinput;

import java.io.IOException;
import java.util.List;

/**
 * One thing a client does wrong, or just right.
 *
 * @param sent how the table shows it
 * @param start how far the client has come before
 * @param script does it
 * @param answers what must be answered, in order: {@code error CODE}, {@code close CODE}, {@code
 *     HTTP STATUS} or the type of a frame. Where no close is among them the socket must live on
 * @param stored how many messages the room has got by it
 */
record BadInput(String sent, Start start, Script script, List<String> answers, int stored) {

  /** How far a client has come. */
  enum Start {
    /** Nothing is open. */
    OUTSIDE,
    /** With {@code parley.v1}, not authenticated. */
    OPENED,
    /** With {@code parley.v1}, authenticated, in no room. */
    SIGNED_IN,
    /** With {@code parley.v1}, in {@code ROOM}. */
    IN_ROOM,
    /** Without a subprotocol, authenticated, in no room. */
    ORIGINAL,
    /** Without a subprotocol, in {@code ROOM}. */
    ORIGINAL_IN_ROOM
  }

  /** What the client does. */
  interface Script {
    void play(Scene scene) throws IOException;
  }

  /** A part of the table. */
  record Group(String title, String about, List<BadInput> cases) {
    Group {
      cases = List.copyOf(cases);
    }
  }

  BadInput {
    answers = List.copyOf(answers);
  }

  /**
   * Text frames, one after another; the table shows them as they stand here.
   *
   * @param frames JSON with {@code '} for {@code "} and the words of {@link Scene#fill}
   */
  static BadInput frames(Start start, List<String> frames, String... answers) {
    return new BadInput(
        String.join("` `", frames),
        start,
        scene -> {
          for (String frame : frames) {
            scene.say(frame);
          }
        },
        List.of(answers),
        0);
  }

  /** One text frame. */
  static BadInput frame(Start start, String frame, String... answers) {
    return frames(start, List.of(frame), answers);
  }

  /** Something that is better described than shown. */
  static BadInput described(Start start, String words, Script script, String... answers) {
    return new BadInput(words, start, script, List.of(answers), 0);
  }

  /** The same, shown in other words: its text is long, or not printable. */
  BadInput shownAs(String words) {
    return new BadInput(words, start, script, answers, stored);
  }

  /** The same, by which the room gets this many messages. */
  BadInput storing(int messages) {
    return new BadInput(sent, start, script, answers, messages);
  }

  boolean endsTheSocket() {
    return answers.stream().anyMatch(answer -> answer.startsWith("close"));
  }
}
