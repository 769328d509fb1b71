package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_AUTH;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Command;
import io.jacinth.engine.Engine;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;

/**
 * {@code HELLO [protover [AUTH username password] [SETNAME clientname]]}: chooses the protocol, and
 * answers who the server is. Checked in this order: the version, each option as it comes, the
 * login; nothing changes unless all are good (as in Redis 7.2; 7.0 applies option by option).
 */
final class Hello implements Command {
  private static final String NOT_A_VERSION =
      "ERR Protocol version is not an integer or out of range";
  private static final String LOGIN_FIRST =
      "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO AUTH"
          + " <user> <pass> option can be used to authenticate the client and select the RESP"
          + " protocol version at the same time";

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HELLO")
        .in(CommandGroup.CONNECTION)
        .since("6.0.0")
        .summary("Chooses the version of the protocol and tells about server and connection.")
        .complexity("O(1)")
        .flags(ALLOW_BUSY, NOSCRIPT, LOADING, STALE, FAST, NO_AUTH)
        .optional(
            block(
                "arguments",
                integer("protover"),
                block("username_password", string("username"), string("password"))
                    .token("AUTH")
                    .optional(),
                string("clientname").token("SETNAME").optional()));
  }

  @Override
  public boolean isSecret(Call call, int index) {
    return index > 2 && call.is(index - 1, "AUTH") || index > 3 && call.is(index - 2, "AUTH");
  }

  @Override
  public void run(Call call) {
    boolean isResp3 = call.count() > 1 ? isResp3(call) : call.client().isResp3();
    int auth = 0;
    int name = 0;
    for (int i = 2; i < call.count(); i++) {
      int left = call.count() - 1 - i;
      if (call.is(i, "AUTH") && left >= 2) {
        auth = i + 1;
        i += 2;
      } else if (call.is(i, "SETNAME") && left >= 1) {
        name = ++i;
        ClientText.checkName(call, name);
      } else {
        throw new CommandException("ERR Syntax error in HELLO option '" + call.text(i) + "'");
      }
    }
    login(call, auth);
    if (name != 0) {
      call.client().name(call.text(name));
    }
    if (call.count() > 1) {
      call.client().resp3(isResp3);
      call.reply(call.worker().writerFor(call.client()));
    }
    introduce(call.reply(), call.client());
  }

  private static boolean isResp3(Call call) {
    long version = call.integer(1, Long.MIN_VALUE, Long.MAX_VALUE, NOT_A_VERSION);
    if (version != 2 && version != 3) {
      throw new CommandException("NOPROTO unsupported protocol version");
    }
    return version == 3;
  }

  private static void login(Call call, int auth) {
    if (auth != 0) {
      Login.run(call, auth, auth + 1);
    } else if (call.engine().asksForPassword() && !call.client().isAuthenticated()) {
      throw new CommandException(LOGIN_FIRST);
    }
  }

  private static void introduce(Reply reply, Client client) {
    reply.map(7);
    reply.bulk("server");
    reply.bulk("redis");
    reply.bulk("version");
    reply.bulk(Engine.REDIS_VERSION);
    reply.bulk("proto");
    reply.integer(client.isResp3() ? 3 : 2);
    reply.bulk("id");
    reply.integer(client.id());
    reply.bulk("mode");
    reply.bulk("standalone");
    reply.bulk("role");
    reply.bulk("master");
    reply.bulk("modules");
    reply.array(0);
  }
}
