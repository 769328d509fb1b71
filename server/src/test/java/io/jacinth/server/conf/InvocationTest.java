package io.jacinth.server.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.server.conf.Invocation.ShowHelp;
import io.jacinth.server.conf.Invocation.ShowVersion;
import io.jacinth.server.conf.Invocation.Start;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {
  @Test
  void versionAndHelpComeFirst() {
    assertThat(of("--version", "x")).isInstanceOf(ShowVersion.class);
    assertThat(of("-v")).isInstanceOf(ShowVersion.class);
    assertThat(of("--help")).isInstanceOf(ShowHelp.class);
    assertThat(of("-h")).isInstanceOf(ShowHelp.class);
    assertThat(of("a.conf", "--version")).isEqualTo(new Start("a.conf", false, List.of("version")));
    assertThat(Product.current().versionLine()).matches("Jacinth server v=\\d+\\.\\d+.* java=25.*");
  }

  @Test
  void fileInputAndOptions() {
    assertThat(of()).isEqualTo(new Start(null, false, List.of()));
    assertThat(of("a.conf")).isEqualTo(new Start("a.conf", false, List.of()));
    assertThat(of("-")).isEqualTo(new Start(null, true, List.of()));
    assertThat(of("-", "--hz", "1")).isEqualTo(new Start(null, true, List.of("hz \"1\"")));
    assertThat(of("a.conf", "--hz", "1", "-"))
        .isEqualTo(new Start("a.conf", true, List.of("hz \"1\"")));
  }

  @Test
  void optionsBecomeLines() {
    assertThat(options("--save", "3600", "1", "--save", "300", "100"))
        .containsExactly("save \"3600\" \"1\"", "save \"300\" \"100\"");
    assertThat(options("--port 7000", "--hz", "20")).containsExactly("port 7000", "hz \"20\"");
    assertThat(options("--bind", "127.0.0.1", "-::1"))
        .containsExactly("bind \"127.0.0.1\" \"-::1\"");
  }

  @Test
  void aValueMayLookLikeAnOption() {
    assertThat(options("--requirepass", "--secret", "--hz", "20"))
        .containsExactly("requirepass \"--secret\"", "hz \"20\"");
    assertThat(options("--hz", "--timeout", "5")).containsExactly("hz \"--timeout\" \"5\"");
  }

  @Test
  void saveMayStandAlone() {
    assertThat(options("--save", "--hz", "20")).containsExactly("save", "hz \"20\"");
    assertThat(options("--save", "")).containsExactly("save \"\"");
    assertThat(options("--save")).containsExactly("save");
  }

  private static Invocation of(String... arguments) {
    return Invocation.of(List.of(arguments));
  }

  private static List<String> options(String... arguments) {
    return ((Start) of(arguments)).options();
  }
}
