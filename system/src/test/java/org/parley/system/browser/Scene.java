package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.support.Api;

/**
 * Rooms with people talking in them, for pictures. Made once for each language; whoever draws again
 * finds it as it was.
 *
 * @param suffix what the names of its people end with: ada, ben and cleo can be taken only once
 * @param rooms the first is the one that is talked in; their names, each followed by what it is
 *     about
 */
record Scene(String suffix, List<List<String>> rooms, List<Saying> lines) {

  /**
   * What one of them says; @ada in it is who is called so here.
   *
   * @param answered the number of the line it is an answer to, 0 for none
   */
  record Saying(String who, String text, int answered) {
    Saying(String who, String text) {
      this(who, text, 0);
    }
  }

  static final Scene ENGLISH =
      new Scene(
          "",
          List.of(
              List.of("Harbour", "Berths, tides and whoever is late"),
              List.of("Kitchen", "Who cooks, and what"),
              List.of("Lighthouse", ""),
              List.of("Workshop", "Tools that are looking for their owners")),
          List.of(
              new Saying("ben", "Morning. The ferry is twenty minutes late, fog on the sound."),
              new Saying("cleo", "Then I open the gate at half past."),
              new Saying("ada", "Thanks. I’ll tell the people on the quay."),
              new Saying("ben", "@ada two trucks have booked for the **first** crossing."),
              new Saying("ada", "Both fit if the second one comes in backwards.", 4),
              new Saying(
                  "cleo",
                  "It did last time. Tides of today:\n```\n06:12  high  3.4 m\n12:31  low   0.6 m\n```")));

  static final Scene CHINESE =
      new Scene(
          ".zh",
          List.of(
              List.of("港口", "泊位、潮汐和迟到的人"),
              List.of("厨房", "谁做饭，做什么"),
              List.of("灯塔", ""),
              List.of("工坊", "找主人的工具")),
          List.of(
              new Saying("ben", "早上好。海峡起雾，渡轮晚点二十分钟。"),
              new Saying("cleo", "那我九点半再开门。"),
              new Saying("ada", "谢谢，我去告诉码头上的人。"),
              new Saying("ben", "@ada **第一班**船订了两辆卡车。"),
              new Saying("ada", "第二辆倒着上船，就都放得下。", 4),
              new Saying("cleo", "上次就是这样。今天的潮汐：\n```\n06:12  高潮  3.4 m\n12:31  低潮  0.6 m\n```")));

  static final Scene ARABIC =
      new Scene(
          ".ar",
          List.of(
              List.of("الميناء", "الأرصفة والمدّ ومن يتأخر"),
              List.of("المطبخ", "من يطبخ وماذا"),
              List.of("المنارة", ""),
              List.of("الورشة", "أدوات تبحث عن أصحابها")),
          List.of(
              new Saying("ben", "صباح الخير. العبّارة متأخرة عشرين دقيقة بسبب الضباب."),
              new Saying("cleo", "إذن أفتح البوابة في التاسعة والنصف."),
              new Saying("ada", "شكرًا، سأخبر الناس على الرصيف."),
              new Saying("ben", "@ada حُجزت شاحنتان في الرحلة **الأولى**."),
              new Saying("ada", "تتسع لهما إذا دخلت الثانية إلى الخلف.", 4),
              new Saying(
                  "cleo",
                  "حدث ذلك في المرة السابقة. مدّ اليوم وجزره:\n```\n06:12  3.4 m\n12:31  0.6 m\n```")));

  /** The name somebody signs in with. */
  String nameOf(String who) {
    return who + suffix;
  }

  void play(URI origin) {
    Map<String, Api> people =
        Map.of(
            "ada", person(origin, "ada"),
            "ben", person(origin, "ben"),
            "cleo", person(origin, "cleo"));
    talk(people);
    // Among somebody's devices there is none of ours then.
    people.values().forEach(person -> person.post("/api/v1/users/logout", Map.of()));
  }

  private void talk(Map<String, Api> people) {
    Api ada = people.get("ada");
    if (!ada.get("/api/v1/users/me/rooms").body().path("rooms").isEmpty()) {
      return;
    }
    long talkedIn = 0;
    for (List<String> room : rooms.reversed()) {
      talkedIn =
          ada.post(
                  "/api/v1/rooms",
                  Map.of("name", room.getFirst(), "description", room.getLast(), "type", "public"))
              .body()
              .path("id")
              .asLong();
    }
    for (String who : List.of("ben", "cleo")) {
      people.get(who).post("/api/v1/rooms/" + talkedIn + "/join", Map.of());
    }
    for (Saying line : lines) {
      say(people.get(line.who()), talkedIn, line);
    }
    String third = "/api/v1/rooms/" + talkedIn + "/messages/3/reactions/%F0%9F%91%8D";
    people.get("ben").put(third);
    people.get("cleo").put(third);
    writeAlone(people);
  }

  /** Ben writes to ada, and she has not read it. */
  private void writeAlone(Map<String, Api> people) {
    long ada = people.get("ada").get("/api/v1/users/me").body().path("id").asLong();
    Api ben = people.get("ben");
    long alone =
        ben.post("/api/v1/rooms", Map.of("type", "direct", "user_id", ada))
            .body()
            .path("id")
            .asLong();
    say(ben, alone, lines.getFirst());
  }

  private void say(Api person, long room, Saying line) {
    Map<String, Object> message = new HashMap<>();
    message.put("room_id", room);
    message.put("content", line.text().replace("@ada", "@" + nameOf("ada")));
    if (line.answered() > 0) {
      message.put("reply_to", line.answered());
    }
    Api.Answer answer = person.post("/api/v1/messages", message);
    assertThat(answer.status()).as("%s", answer.http().body()).isEqualTo(200);
  }

  private Api person(URI origin, String who) {
    String name = nameOf(who);
    Api nobody = Api.at(origin);
    Api.Answer answer =
        nobody.post("/api/v1/users/login", Map.of("username", name, "password", Screen.PASSWORD));
    if (answer.status() != 200) {
      answer =
          nobody.post(
              "/api/v1/users/register",
              Map.of(
                  "username", name, "email", name + "@example.org", "password", Screen.PASSWORD));
    }
    assertThat(answer.status()).as("%s", answer.http().body()).isEqualTo(200);
    return nobody.as(answer.body().path("token").asText());
  }
}
