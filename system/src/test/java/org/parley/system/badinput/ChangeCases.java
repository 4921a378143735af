package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.frame;
import static org.parley.system.badinput.BadInput.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;

/** Edits, deletions and reactions: every field, and whose and which message they are about. */
final class ChangeCases {

  private static final String MALFORMED = "error malformed_request";
  private static final String INVALID = "error validation_failed";
  private static final String ACK = "change_ack";

  private static final String EDIT = "{'type':'edit_message','room_id':ROOM";
  private static final String DELETE = "{'type':'delete_message','room_id':ROOM";
  private static final String REACT = "{'type':'react','room_id':ROOM";

  private ChangeCases() {}

  static List<Group> groups() {
    String messages = " Message 1 is the sender's, 2 was removed, 3 is another's.";
    return List.of(
        new Group("edit_message", "On a socket in `ROOM`." + messages, edits()),
        new Group("delete_message", "On a socket in `ROOM`." + messages, deletions()),
        new Group("react", "On a socket in `ROOM`." + messages, reactions()),
        new Group("mark_read", "On a socket in `ROOM`.", marks()),
        new Group("typing", "Not answered when it is fine.", typing()),
        new Group("Changes elsewhere", "By whom, and in which room.", elsewhere()));
  }

  private static List<BadInput> edits() {
    List<BadInput> cases =
        new ArrayList<>(
            FieldCases.ids(
                Start.IN_ROOM,
                "{'type':'edit_message','seq':1,'content':'hello'",
                "error not_member"));
    cases.addAll(seqs(EDIT + ",'content':'hello'"));
    cases.add(frame(Start.IN_ROOM, EDIT + ",'seq':1}", INVALID));
    for (String text : List.of("null", "''", "' \\t\\r\\n'", "'a\\u0000b'", "'a\\ud83d'")) {
      cases.add(frame(Start.IN_ROOM, EDIT + ",'seq':1,'content':" + text + "}", INVALID));
    }
    for (String text : List.of("7", "false", "['hello']", "{'text':'hello'}")) {
      cases.add(frame(Start.IN_ROOM, EDIT + ",'seq':1,'content':" + text + "}", MALFORMED));
    }
    cases.add(
        frame(Start.IN_ROOM, EDIT + ",'seq':1,'content':'" + "x".repeat(4_001) + "'}", INVALID)
            .shownAs(
                "{\"type\":\"edit_message\",\"room_id\":ROOM,\"seq\":1,\"content\": 4,001 × x}"));
    String again = EDIT + ",'seq':1,'content':'UUID'}";
    cases.add(frames(Start.IN_ROOM, List.of(again, again), ACK, ACK));
    cases.add(frame(Start.IN_ROOM, EDIT + ",'seq':2,'content':'back'}", "error conflict"));
    cases.add(frame(Start.IN_ROOM, EDIT + ",'seq':3,'content':'mine'}", "error forbidden"));
    return cases;
  }

  private static List<BadInput> deletions() {
    List<BadInput> cases =
        new ArrayList<>(
            FieldCases.ids(Start.IN_ROOM, "{'type':'delete_message','seq':1", "error not_member"));
    cases.addAll(seqs(DELETE));
    cases.add(frame(Start.IN_ROOM, DELETE + ",'seq':2}", ACK));
    return cases;
  }

  private static List<BadInput> reactions() {
    List<BadInput> cases =
        new ArrayList<>(
            FieldCases.ids(
                Start.IN_ROOM, "{'type':'react','seq':1,'emoji':'👍'", "error not_member"));
    cases.addAll(seqs(REACT + ",'emoji':'👍'"));
    String react = REACT + ",'seq':1";
    cases.add(frame(Start.IN_ROOM, react + "}", INVALID));
    for (String emoji :
        List.of("null", "''", "' '", "'a b'", "'a\\n'", "'a\\u0000'", "'a\\ud83d'")) {
      cases.add(frame(Start.IN_ROOM, react + ",'emoji':" + emoji + "}", INVALID));
    }
    for (String emoji : List.of("7", "true", "['👍']", "{'is':'👍'}")) {
      cases.add(frame(Start.IN_ROOM, react + ",'emoji':" + emoji + "}", MALFORMED));
    }
    String longest = "👍".repeat(32);
    cases.add(
        frame(Start.IN_ROOM, react + ",'emoji':'" + longest + "','on':false}", ACK)
            .shownAs(
                "{\"type\":\"react\",\"room_id\":ROOM,\"seq\":1,\"emoji\": 32 × 👍,\"on\":false}"));
    cases.add(
        frame(Start.IN_ROOM, react + ",'emoji':'" + longest + "👍'}", INVALID)
            .shownAs("{\"type\":\"react\",\"room_id\":ROOM,\"seq\":1,\"emoji\": 33 × 👍}"));
    for (String on : List.of("'false'", "0", "[]")) {
      cases.add(frame(Start.IN_ROOM, react + ",'emoji':'👍','on':" + on + "}", MALFORMED));
    }
    cases.add(frame(Start.IN_ROOM, react + ",'emoji':'👍','on':null}", ACK));
    String off = react + ",'emoji':'👍','on':false}";
    cases.add(frames(Start.IN_ROOM, List.of(off, off), ACK, ACK));
    cases.add(frame(Start.IN_ROOM, REACT + ",'seq':2,'emoji':'👍'}", "error conflict"));
    cases.add(frame(Start.IN_ROOM, REACT + ",'seq':2,'emoji':'👍','on':false}", "error conflict"));
    return cases;
  }

  private static List<BadInput> marks() {
    String mark = "{'type':'mark_read','room_id':ROOM";
    List<BadInput> cases =
        new ArrayList<>(
            FieldCases.ids(Start.IN_ROOM, "{'type':'mark_read','seq':1", "error not_member"));
    for (String wrong : List.of("", ",'seq':null", ",'seq':-1", ",'seq':-9223372036854775808")) {
      cases.add(frame(Start.IN_ROOM, mark + wrong + "}", INVALID));
    }
    Stream.of("''", "'1'", "true", "[1]", "1.5", "9223372036854775808")
        .forEach(seq -> cases.add(frame(Start.IN_ROOM, mark + ",'seq':" + seq + "}", MALFORMED)));
    // The room's last message is meant; the second moves nothing.
    String all = mark + ",'seq':9223372036854775807}";
    cases.add(frame(Start.IN_ROOM, all, "read"));
    cases.add(frame(Start.IN_ROOM, mark + ",'seq':0}", "read"));
    cases.add(frame(Start.OPENED, all, "error unauthorized"));
    cases.add(frame(Start.SIGNED_IN, all.replace("ROOM", "SECRET"), "error not_member"));
    return cases;
  }

  private static List<BadInput> typing() {
    List<BadInput> cases =
        new ArrayList<>(FieldCases.ids(Start.IN_ROOM, "{'type':'typing'", "error not_in_room"));
    String typing = "{'type':'typing','room_id':ROOM}";
    cases.add(frame(Start.OPENED, typing, "error unauthorized"));
    cases.add(frame(Start.SIGNED_IN, typing, "error not_in_room"));
    cases.add(frames(Start.IN_ROOM, List.of(typing, typing)));
    return cases;
  }

  /** A message's seq in all its wrong shapes. */
  private static List<BadInput> seqs(String frame) {
    List<BadInput> cases = new ArrayList<>();
    cases.add(frame(Start.IN_ROOM, frame + "}", INVALID));
    cases.add(frame(Start.IN_ROOM, frame + ",'seq':null}", INVALID));
    Stream.of("0", "-1", "9007199254740993", "9223372036854775807")
        .forEach(
            seq ->
                cases.add(frame(Start.IN_ROOM, frame + ",'seq':" + seq + "}", "error not_found")));
    Stream.of("''", "'1'", "true", "[1]", "1.5", "9223372036854775808")
        .forEach(seq -> cases.add(frame(Start.IN_ROOM, frame + ",'seq':" + seq + "}", MALFORMED)));
    return cases;
  }

  private static List<BadInput> elsewhere() {
    String edit = EDIT + ",'seq':1,'content':'hello'}";
    String delete = DELETE + ",'seq':1}";
    String react = REACT + ",'seq':1,'emoji':'👍'}";
    List<BadInput> cases = new ArrayList<>();
    for (String change : List.of(edit, delete, react)) {
      cases.add(frame(Start.OPENED, change, "error unauthorized"));
      cases.add(frame(Start.ORIGINAL, change, "error not_in_room"));
      String secret = change.replace("ROOM", "SECRET");
      cases.add(frame(Start.SIGNED_IN, secret, "error not_member"));
      cases.add(frame(Start.ORIGINAL_IN_ROOM, secret, "error not_in_room"));
      cases.add(frame(Start.ORIGINAL_IN_ROOM, change.replace("'room_id':ROOM,", ""), INVALID));
    }
    cases.add(frame(Start.SIGNED_IN, edit, ACK));
    cases.add(frame(Start.ORIGINAL_IN_ROOM, edit, ACK));
    return cases;
  }
}
