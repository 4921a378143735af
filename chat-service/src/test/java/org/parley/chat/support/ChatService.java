package org.parley.chat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.parley.chat.support.Api.Answer;

/**
 * The service under test, from outside: its WAR as it was built, and people with tokens it accepts.
 */
public final class ChatService {

  /** Signs for user-service, which is not there. */
  public static final TokenIssuer ISSUER = new TokenIssuer("it-key");

  private static final AtomicLong IDS = new AtomicLong(1_000);

  private ChatService() {}

  /** Somebody new. */
  public record Someone(long id, String name, String token, Api api) {

    /** A socket of theirs that is authenticated. */
    public SocketClient socket() throws Exception {
      return authenticate(SocketClient.open(port()));
    }

    /** The same with a client that reads several frames in one text. */
    public SocketClient batchSocket() throws Exception {
      return authenticate(SocketClient.openBatch(port()));
    }

    /** The same with a client that knows no subprotocol. */
    public SocketClient originalSocket() throws Exception {
      return authenticate(SocketClient.openOriginal(port()));
    }

    /** Creates a public or private room; its id. */
    public long createRoom(String type) throws Exception {
      Answer room = api.post("/api/v1/rooms", Map.of("name", "Tea", "type", type));
      assertThat(room.status()).as(room.text()).isEqualTo(200);
      return room.number("id");
    }

    /** Posts over REST; without an id of its own when that is null. */
    public Answer post(long room, String content, UUID id) throws Exception {
      Map<String, Object> message = new HashMap<>(Map.of("room_id", room, "content", content));
      if (id != null) {
        message.put("client_msg_id", id);
      }
      return api.post("/api/v1/messages", message);
    }

    private SocketClient authenticate(SocketClient socket) throws Exception {
      socket.send("auth", Map.of("token", token)).await("success");
      return socket;
    }
  }

  public static Someone someone(String name) {
    long id = IDS.incrementAndGet();
    String token = ISSUER.token(id, name);
    return new Someone(id, name, token, new Api(port(), token));
  }

  /** Everybody posts nothing to the path, all at once; the answers' statuses. */
  public static List<Integer> postAllAtOnce(List<Someone> people, String path) throws Exception {
    List<Callable<Answer>> posts = new ArrayList<>();
    people.forEach(person -> posts.add(() -> person.api().post(path, Map.of())));
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
      for (Future<Answer> answer : threads.invokeAll(posts, 120, TimeUnit.SECONDS)) {
        statuses.add(answer.get().status());
      }
    }
    return statuses;
  }

  public static Api nobody() {
    return new Api(port(), null);
  }

  public static int port() {
    return Integer.getInteger("parley.it.http.port");
  }

  public static WebArchive archive() {
    return ShrinkWrap.create(ZipImporter.class, "chat-service.war")
        .importFrom(new File(System.getProperty("parley.it.war")))
        .as(WebArchive.class)
        // Arquillian's element in server.xml names no context root; production's does.
        .addAsWebInfResource(
            new StringAsset(
                """
                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0">
                  <context-root uri="/"/>
                </web-ext>
                """),
            "ibm-web-ext.xml");
  }
}
