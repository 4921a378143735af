package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.described;
import static org.parley.system.badinput.BadInput.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.RawSocket;

/** Text that is no JSON, JSON that is no frame, and characters that cannot be stored. */
final class TextCases {

  private static final String MALFORMED = "error malformed_request";
  private static final String INVALID = "error validation_failed";
  private static final String SEND =
      "{'type':'send_message','room_id':ROOM,'client_msg_id':'UUID','content':";

  private TextCases() {}

  static List<Group> groups() {
    return List.of(
        new Group("JSON", "On a socket in `ROOM`.", json()),
        new Group("Keys", "Unknown ones are ignored, duplicate ones refused.", keys()),
        new Group("Characters", "On a socket in `ROOM`.", characters()));
  }

  private static List<BadInput> json() {
    List<BadInput> cases = new ArrayList<>();
    for (String text :
        List.of(
            "null",
            "true",
            "7",
            "'ping'",
            "[]",
            "['ping',{}]",
            "[{'type':'ping'}]",
            "{",
            "{'type':'ping'",
            "{'type':'ping',}",
            "{'type':'ping'}x",
            "{'type':'ping'} {'type':'ping'}",
            "{type:'ping'}",
            "{'type':ping}",
            "{'type':'ping'} // hello",
            "{'type':'ping','x':NaN}",
            "{'type':'ping','x':01}",
            "hello")) {
      cases.add(frame(Start.IN_ROOM, text, MALFORMED));
    }
    cases.add(frame(Start.IN_ROOM, "", MALFORMED).shownAs("(an empty frame)"));
    cases.add(frame(Start.IN_ROOM, " \t\n", MALFORMED).shownAs("(white space)"));
    cases.add(
        frame(Start.IN_ROOM, "{'type':'ping'}\n{'type':'ping'}", MALFORMED)
            .shownAs("{\"type\":\"ping\"} (line break) {\"type\":\"ping\"}"));
    cases.add(
        described(
            Start.IN_ROOM,
            "{\"type\":'ping'}",
            s -> s.socket().text("{\"type\":'ping'}"),
            MALFORMED));
    cases.add(
        frame(Start.IN_ROOM, "\ufeff{'type':'ping'}", MALFORMED)
            .shownAs("(byte order mark) {\"type\":\"ping\"}"));
    cases.add(frame(Start.IN_ROOM, "[".repeat(60_000), MALFORMED).shownAs("60,000 × ["));
    cases.add(
        frame(
                Start.IN_ROOM,
                "{'type':'ping','x':" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
                MALFORMED)
            .shownAs("{\"type\":\"ping\",\"x\": 30,000 × [ 30,000 × ]}"));
    cases.add(
        frame(
                Start.IN_ROOM,
                "{'x':" + "{'x':".repeat(10_000) + "1" + "}".repeat(10_000) + ",'type':'ping'}",
                MALFORMED)
            .shownAs("10,000 × {\"x\": before the type"));
    return cases;
  }

  private static List<BadInput> keys() {
    return List.of(
        frame(Start.IN_ROOM, SEND + "'hello','reply_to':1,'later':{'a':[1,{}]}}", "message_ack")
            .storing(1),
        frame(
                Start.IN_ROOM,
                "{'content':'hello','room_id':ROOM,'type':'send_message'}",
                "message_ack")
            .storing(1),
        frame(Start.IN_ROOM, "{'type':'send_message','roomId':ROOM,'content':'hello'}", INVALID),
        frame(Start.IN_ROOM, "{'type':'send_message','ROOM_ID':ROOM,'content':'hello'}", INVALID),
        frame(
            Start.IN_ROOM,
            "{'type':'send_message','room_id':ROOM,'room_id':ROOM,'content':'hello'}",
            MALFORMED),
        frame(Start.IN_ROOM, SEND + "'hello','content':'hello'}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':'ping','type':'ping'}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':'ping','later':1,'later':2}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':'ping','':1,'\\u0000':2}", "pong"));
  }

  private static List<BadInput> characters() {
    return List.of(
        frame(Start.IN_ROOM, SEND + "'a\\u0000b'}", INVALID),
        frame(Start.IN_ROOM, SEND + "'a\\ud83d'}", INVALID),
        frame(Start.IN_ROOM, SEND + "'a\\ude00b'}", INVALID),
        frame(Start.IN_ROOM, SEND + "'\\ude00\\ud83d'}", INVALID),
        frame(Start.IN_ROOM, SEND + "'\\ud83d\\ude00'}", "message_ack").storing(1),
        frame(Start.IN_ROOM, SEND + "'\\x'}", MALFORMED),
        frame(Start.IN_ROOM, SEND + "'\\ud83'}", MALFORMED),
        frame(Start.IN_ROOM, SEND + "'a\u0000b'}", MALFORMED).shownAs("A NUL inside a content"),
        frame(Start.IN_ROOM, SEND + "'a\nb'}", MALFORMED).shownAs("A line break inside a content"),
        frame(Start.IN_ROOM, SEND + "'\u0085\u202e\u200b\ufdd0'}", "message_ack")
            .storing(1)
            .shownAs("Control, invisible and unassigned characters as a content"),
        bytes("Half a surrogate pair in UTF-8 (ED A0 BD)", 0xed, 0xa0, 0xbd),
        bytes("An overlong NUL (C0 80)", 0xc0, 0x80),
        bytes("A lonely continuation byte (80)", 0x80),
        bytes("Three bytes of an emoji (F0 9F 98)", 0xf0, 0x9f, 0x98),
        bytes("Beyond U+10FFFF (F4 90 80 80)", 0xf4, 0x90, 0x80, 0x80),
        bytes("Latin-1 (E9)", 0xe9));
  }

  /** A send whose content is these bytes. */
  private static BadInput bytes(String words, int... bytes) {
    return described(
        Start.IN_ROOM,
        words,
        scene -> {
          byte[] frame =
              scene
                  .fill(SEND + "'" + "?".repeat(bytes.length) + "'}")
                  .getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < bytes.length; i++) {
            frame[frame.length - 2 - bytes.length + i] = (byte) bytes[i];
          }
          scene.socket().frame(RawSocket.FIN | RawSocket.TEXT, frame);
        },
        "close 1007");
  }
}
