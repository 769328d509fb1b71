/**
 * Who may do what: users, their passwords and rules, and the log of what was refused. Rules are
 * immutable and put in the place of others at once; a client's loop reads those of its user without
 * a lock. Start with {@link io.jacinth.engine.acl.Acl}, then {@link
 * io.jacinth.engine.acl.UserRules} and {@link io.jacinth.engine.acl.AccessCheck}.
 */
@NullMarked
package io.jacinth.engine.acl;

import org.jspecify.annotations.NullMarked;
