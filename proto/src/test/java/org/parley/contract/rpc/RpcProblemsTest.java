package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class RpcProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, NOT_FOUND",
    "VALIDATION_FAILED, INVALID_ARGUMENT",
    "UNAUTHORIZED, UNAUTHENTICATED",
    "NOT_MEMBER, PERMISSION_DENIED",
    "CONFLICT, ALREADY_EXISTS",
    "BUSY, RESOURCE_EXHAUSTED",
    "RATE_LIMITED, RESOURCE_EXHAUSTED",
    "UNAVAILABLE, UNAVAILABLE",
    "DRAINING, UNAVAILABLE",
    "INTERNAL, INTERNAL"
  })
  void translatesOurProblems(ProblemType type, Status.Code code) {
    assertThat(RpcProblems.of(new ProblemException(type)).getStatus().getCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void carriesTheCodeAndWhetherRetryingHelps(ProblemType type) throws Exception {
    StatusRuntimeException answer = RpcProblems.of(new ProblemException(type));
    ErrorInfo info = detail(answer, ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo(type.code());
    assertThat(info.getDomain()).isEqualTo("parley");
    assertThat(detail(answer, RetryInfo.class) != null).isEqualTo(type.retryHelps());
  }

  @Test
  void namesFieldsAndTimes() throws Exception {
    StatusRuntimeException invalid = RpcProblems.of(ProblemException.invalid("name", "Too long."));
    BadRequest.FieldViolation field = detail(invalid, BadRequest.class).getFieldViolations(0);
    assertThat(field.getField()).isEqualTo("name");
    assertThat(field.getDescription()).isEqualTo("Too long.");

    StatusRuntimeException busy =
        RpcProblems.of(ProblemException.busy("Later.", Duration.ofMillis(1_500)));
    assertThat(detail(busy, RetryInfo.class).getRetryDelay())
        .isEqualTo(
            com.google.protobuf.Duration.newBuilder().setSeconds(1).setNanos(500_000_000).build());
  }

  @Test
  void saysTryAgainWhenTheDatabaseIsAway() {
    RuntimeException away = new IllegalStateException(new SQLException("gone", "08006"));
    assertThat(RpcProblems.of(away).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void tellsNothingAboutMistakesOfOursButKeepsTheCauseForTheLog() {
    RuntimeException mistake = new IllegalStateException("table users, row 7");
    StatusRuntimeException answer = RpcProblems.of(mistake);
    assertThat(answer.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(answer.getStatus().getDescription()).isEqualTo("Something went wrong on our side.");
    assertThat(answer.getStatus().getCause()).isSameAs(mistake);
  }

  private static <M extends com.google.protobuf.Message> M detail(
      StatusRuntimeException answer, Class<M> type) throws InvalidProtocolBufferException {
    for (Any detail : StatusProto.fromThrowable(answer).getDetailsList()) {
      if (detail.is(type)) {
        return detail.unpack(type);
      }
    }
    return null;
  }
}
