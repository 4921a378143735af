package org.parley.system.run;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.liberty.Services;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Reaper;
import org.parley.system.run.Readiness.Awaited;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.settings.Ports;
import org.parley.system.settings.SystemSettings;

/** user-service and the chat instances. */
final class ServiceProcesses {

  private final SystemSettings settings;
  private final ChildProcess user;
  private final List<ChildProcess> chat = new ArrayList<>();

  ServiceProcesses(SystemSettings settings, Services services, Reaper reaper) {
    this.settings = settings;
    this.user = new ChildProcess(services.user(), reaper);
    for (int number = 1; number <= settings.ports().chat().size(); number++) {
      chat.add(new ChildProcess(services.chat(number), reaper));
    }
  }

  /**
   * Starts them all at once and returns when all are ready. Measured on two cores, busy with other
   * work: 32 and 40 s to all ready this way, 66 and over 93 s one after another.
   */
  void start(Parts parts, Progress progress) {
    Ports ports = settings.ports();
    List<Awaited> awaited = new ArrayList<>();
    awaited.add(new Awaited(user, readyAt(ports.user())));
    for (int i = 0; i < chat.size(); i++) {
      awaited.add(new Awaited(chat.get(i), readyAt(ports.chat().get(i))));
    }
    try (Readiness readiness = new Readiness(progress, settings.readyTimeout())) {
      parts.start(List.of(user));
      parts.start(chat);
      progress.line("user-service and " + chat.size() + " chat instances are starting");
      readiness.await(awaited);
    }
  }

  Place userPlace() {
    return new Place(settings.ports().user(), settings.ports().userGrpc(), user.pid());
  }

  List<Place> chatPlaces() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < chat.size(); i++) {
      places.add(
          new Place(
              settings.ports().chat().get(i),
              settings.ports().chatGrpc().get(i),
              chat.get(i).pid()));
    }
    return places;
  }

  static URI readyAt(int port) {
    return URI.create("http://localhost:" + port + "/health/ready");
  }
}
