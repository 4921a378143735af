package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtosTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.000000001Z",
        "2026-11-26T12:00:00.123456Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  void momentsComeBackAsTheyWere(Instant time) {
    assertThat(Protos.instant(Protos.timestamp(time))).contains(time);
  }

  @ParameterizedTest
  @CsvSource({"-62135596801,0", "253402300800,0", "0,-1", "0,1000000000"})
  void numbersThatAreNoMomentAreNone(long seconds, int nanos) {
    Timestamp wrong = Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
    assertThat(Protos.instant(wrong)).isEmpty();
  }

  @Test
  void anUnsetTimestampIsTheBeginningOf1970() {
    assertThat(Protos.instant(Timestamp.getDefaultInstance())).contains(Instant.EPOCH);
  }
}
