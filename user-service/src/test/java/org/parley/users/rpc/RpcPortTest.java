package org.parley.users.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.rpc.RpcSettings;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class RpcPortTest {

  @Test
  void listensOnLoopbackAndTellsNothingAboutItselfUnlessAsked() {
    assertThat(RpcPort.rpcSettings(Settings.of(Map.of())))
        .isEqualTo(new RpcSettings("localhost", 9980, false, null));
    assertThat(
            RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_REFLECTION", "on"))).reflection())
        .isTrue();
  }

  @Test
  void doesNotStartWithSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_PORT", "99800"))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("PARLEY_GRPC_PORT is \"99800\"; it must be a port, 1 to 65535.");
    assertThatThrownBy(
            () -> RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_REFLECTION", "maybe"))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("PARLEY_GRPC_REFLECTION is \"maybe\"; it must be on or off.");
  }

  @Test
  void doesNotStartWithHalfOfWhatTlsNeeds(@TempDir Path folder) throws IOException {
    String there = Files.createFile(folder.resolve("there.pem")).toString();
    assertThatThrownBy(() -> RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_CERT", there))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(
            "PARLEY_GRPC_CERT is set and PARLEY_GRPC_KEY is not: gRPC over TLS needs both; set neither for plaintext.");
    assertThatThrownBy(() -> RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_KEY", there))))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("PARLEY_GRPC_KEY is set and PARLEY_GRPC_CERT is not");
    assertThatThrownBy(
            () -> RpcPort.rpcSettings(Settings.of(Map.of("PARLEY_GRPC_CLIENT_CA", there))))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("PARLEY_GRPC_CLIENT_CA is set and PARLEY_GRPC_CERT is not");
    assertThatThrownBy(
            () ->
                RpcPort.rpcSettings(
                    Settings.of(
                        Map.of("PARLEY_GRPC_CERT", there, "PARLEY_GRPC_KEY", there + ".gone"))))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("PARLEY_GRPC_KEY is " + there + ".gone; there is no such file");
  }
}
