package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.User;
import io.jacinth.engine.acl.UserRules;
import io.jacinth.engine.acl.UserRules.SelectorText;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;

/** {@code ACL GETUSER username}: all that is said of a user; null where there is none. */
final class AclGetUser implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|GETUSER")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns the rules of a user.")
        .complexity("O(N), N being the number of rules of the user")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .string("username");
  }

  @Override
  public void run(Call call) {
    User user = call.engine().acl().user(call.text(2));
    if (user == null) {
      call.reply().nil();
      return;
    }
    UserRules rules = user.rules();
    List<SelectorText> selectors = rules.texts();
    Reply reply = call.reply();
    reply.map(6);
    reply.bulk("flags");
    reply.set(rules.flags().size());
    rules.flags().forEach(reply::bulk);
    reply.bulk("passwords");
    reply.array(rules.passwords().size());
    rules.passwords().forEach(reply::bulk);
    answer(reply, selectors.getFirst());
    reply.bulk("selectors");
    reply.array(selectors.size() - 1L);
    for (SelectorText selector : selectors.subList(1, selectors.size())) {
      reply.map(3);
      answer(reply, selector);
    }
  }

  private static void answer(Reply reply, SelectorText selector) {
    reply.bulk("commands");
    reply.bulk(Slice.ofLatin1(selector.commands()));
    reply.bulk("keys");
    reply.bulk(Slice.ofLatin1(selector.keys()));
    reply.bulk("channels");
    reply.bulk(Slice.ofLatin1(selector.channels()));
  }
}
