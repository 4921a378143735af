package org.parley.users.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class GrpcProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, NOT_FOUND",
    "VALIDATION_FAILED, INVALID_ARGUMENT",
    "UNAUTHORIZED, UNAUTHENTICATED",
    "BUSY, RESOURCE_EXHAUSTED",
    "UNAVAILABLE, UNAVAILABLE",
    "INTERNAL, INTERNAL"
  })
  void translatesOurProblems(ProblemType type, Status.Code code) {
    assertThat(GrpcProblems.of(new ProblemException(type)).getStatus().getCode()).isEqualTo(code);
  }

  @Test
  void saysTryAgainWhenTheDatabaseIsAway() {
    RuntimeException away = new IllegalStateException(new SQLException("gone", "08006"));
    assertThat(GrpcProblems.of(away).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void tellsNothingAboutMistakesOfOurs() {
    StatusRuntimeException answer =
        GrpcProblems.of(new IllegalStateException("table users, row 7"));
    assertThat(answer.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(answer.getStatus().getDescription()).isEqualTo("something went wrong on our side");
  }

  @Test
  void doesNotStartWithoutACredential() {
    assertThatThrownBy(
            () -> DirectorySettings.from(Settings.of(Map.of("PARLEY_SERVICE_CREDENTIAL", " "))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(
            "Set PARLEY_SERVICE_CREDENTIAL: a secret that this service and chat-service share.");
    assertThatThrownBy(
            () ->
                DirectorySettings.from(
                    Settings.of(
                        Map.of(
                            "PARLEY_SERVICE_CREDENTIAL", "secret", "PARLEY_GRPC_PORT", "99800"))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("PARLEY_GRPC_PORT is \"99800\"; it must be a port, 1 to 65535.");
  }
}
