/**
 * ACL and its subcommands: users and what they may do. They only pass on; the rules live in {@code
 * engine.acl}. Start with {@link io.jacinth.commands.acl.AclCommands}.
 */
@NullMarked
package io.jacinth.commands.acl;

import org.jspecify.annotations.NullMarked;
