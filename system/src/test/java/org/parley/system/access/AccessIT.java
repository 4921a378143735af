package org.parley.system.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.contract.golden.GoldenFile;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/**
 * Everything the contracts offer is tried by everybody, and answered as {@link AccessTable} says;
 * who is refused changes nothing. The table is docs/access.md.
 */
@WithRunningSystem
class AccessIT {

  private static final String INTRODUCTION =
      """
      # Who may do what

      Every operation of REST ([openapi.yaml](openapi.yaml)), of gRPC (`proto/`) and of the socket ([asyncapi.yaml](asyncapi.yaml)),
      crossed with everybody who may try it. `AccessIT` tries all of it on the running system and fails when an answer is another
      one, when an operation has no line, and when a line has no operation. The lines stand in `AccessTable`: change them there
      and write this file anew (`-Dparley.golden.rewrite=true`).

      An *expired token* and the token of an *ended session* are the owner's. The message that is edited, removed or reacted to is
      the member's; who is removed is another member. The *admin* is in no room. A *direct room* is the owner's
      and the member's, and nobody owns it. `typing` is said on a socket that came into the room before, where it may: in a way that
      makes nobody a member. Refusals are shown by their code ([protocol.md](protocol.md) lists its
      statuses); after each the test looks that the room is as it was. Ids of others, of nothing, below 0 and beyond all are
      tried likewise, in every place that takes an id: see `refusesIdsOfOthers`.
      """;

  private static Cast cast;
  private static Map<Transport, Surface> surfaces;
  private static Map<Caller, Stage.Who> people;

  @BeforeAll
  static void enter(RunningSystem system) throws SQLException {
    cast = Cast.signUp(system);
    surfaces =
        Map.of(
            Transport.REST, new RestSurface(system),
            Transport.RPC, new RpcSurface(system),
            Transport.SOCKET, new FrameSurface(system));
    people = new EnumMap<>(Caller.class);
    Arrays.stream(Caller.values()).forEach(caller -> people.put(caller, cast.who(caller)));
    // Instances ask once a second which sessions were ended.
    Patience.await(
        "the end of a session is known",
        () ->
            !ask(Row.of(Transport.SOCKET, "auth", Rule.SIGNED_IN), Caller.ENDED).equals(Rule.YES));
    // Over REST one instance answers after the other.
    Row overRest = Row.of(Transport.REST, "GET /api/v1/rooms", Rule.SIGNED_IN);
    Patience.await(
        "the end of a session is known everywhere",
        () ->
            Stream.generate(() -> ask(overRest, Caller.ENDED))
                .limit(4)
                .noneMatch(Rule.YES::equals));
  }

  private static String ask(Row row, Caller caller) {
    try {
      return surfaces
          .get(row.transport())
          .ask(row.operation(), row.names(), Stage.of(cast, row.door()), people.get(caller));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void leave() throws SQLException {
    surfaces.values().forEach(Surface::close);
    cast.chat().close();
  }

  @Test
  void everyOperationHasALineAndEveryLineAnOperation() {
    surfaces.forEach(
        (transport, surface) -> {
          Set<String> lines =
              AccessTable.rows().stream()
                  .filter(row -> row.transport() == transport)
                  .map(Row::operation)
                  .collect(Collectors.toCollection(LinkedHashSet::new));
          assertThat(lines)
              .as("operations of %s in AccessTable", transport.title())
              .containsExactlyInAnyOrderElementsOf(surface.operations());
        });
  }

  @TestFactory
  Stream<DynamicNode> isAnsweredAsTheTableSays() {
    return AccessTable.rows().stream()
        .map(
            row -> {
              Trial trial = new Trial(cast, surfaces.get(row.transport()), row);
              return dynamicContainer(
                  row.transport().title() + ": " + row,
                  Arrays.stream(Caller.values())
                      .map(
                          caller ->
                              dynamicTest(
                                  caller.title(),
                                  () ->
                                      trial.answersAsTheTableSays(
                                          caller,
                                          row.spends()
                                              ? cast.spent(caller)
                                              : people.get(caller)))));
            });
  }

  @TestFactory
  Stream<DynamicNode> refusesIdsOfOthers() {
    return AccessTable.rows().stream()
        .filter(row -> row.door() == Door.NONE || row.door() == Door.PRIVATE)
        .filter(row -> mayIndeed(row).isPresent())
        .flatMap(
            row ->
                surfaces.get(row.transport()).ids(row.operation()).stream()
                    .filter(id -> !row.names().containsKey(id))
                    .map(
                        id ->
                            dynamicTest(
                                row.transport().title() + ": " + id + " of " + row,
                                () ->
                                    new Trial(cast, surfaces.get(row.transport()), row)
                                        .refusesOthersAs(
                                            id, people.get(mayIndeed(row).orElseThrow())))));
  }

  /** Somebody who may do it to what is theirs. */
  private static Optional<Caller> mayIndeed(Row row) {
    return Stream.of(Caller.OWNER, Caller.MEMBER)
        .filter(caller -> row.answer(caller).equals(Rule.YES))
        .findFirst();
  }

  /** Nobody can ask a server what it offers. */
  @Test
  void reflectionIsOff() {
    RpcSurface rpc = (RpcSurface) surfaces.get(Transport.RPC);
    for (ManagedChannel channel : List.of(rpc.user(), rpc.chat())) {
      for (String version : List.of("v1", "v1alpha")) {
        assertThat(Reflection.ask(channel, version)).isEqualTo("unimplemented");
      }
    }
  }

  @Test
  void isWhatTheDocumentSays() throws IOException {
    Function<Transport, String> table =
        transport ->
            "## %s\n\n| operation | %s |\n|---%s|\n%s\n"
                .formatted(
                    transport.title(),
                    Arrays.stream(Caller.values())
                        .map(Caller::title)
                        .collect(Collectors.joining(" | ")),
                    "|---".repeat(Caller.values().length),
                    AccessTable.rows().stream()
                        .filter(row -> row.transport() == transport)
                        .map(Row::line)
                        .collect(Collectors.joining("\n")));
    new GoldenFile(Path.of("..", "docs", "access.md"))
        .assertSays(
            INTRODUCTION
                + "\n"
                + Arrays.stream(Transport.values()).map(table).collect(Collectors.joining("\n")));
  }
}
