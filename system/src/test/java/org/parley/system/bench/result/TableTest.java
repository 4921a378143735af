package org.parley.system.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void showsTheMedianOfTheRoundsAndLeavesOutWhatWasNotMeasured() {
    String table = Table.of(List.of(round(1, 30), round(2, 10), round(3, 20)));

    assertThat(table.lines().skip(2))
        .singleElement()
        .asString()
        .startsWith("| hot-room | parley |  |  |  | 20.0 |  |");
  }

  @Test
  void hasNoLineForWhatIsShownElsewhere() {
    Sample storm = new Sample("storm", "parley", 1, Map.of("back_max_s", 9.0));

    assertThat(Table.of(List.of(storm, round(1, 10))).lines()).hasSize(3);
    assertThat(Table.of(List.of(storm))).isEmpty();
  }

  @Test
  void takesTheMeanOfTheMiddleTwo() {
    assertThat(Table.median(new double[] {1, 2, 4, 100})).isEqualTo(3);
  }

  private static Sample round(int number, double micros) {
    return new Sample("hot-room", "parley", number, Map.of("cpu_us_per_delivery", micros));
  }
}
