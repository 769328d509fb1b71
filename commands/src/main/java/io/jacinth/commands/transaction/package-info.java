/**
 * The commands about transactions, a file each; the work is done by {@link
 * io.jacinth.engine.Transactions}. They run on a worker's thread. Start with {@link
 * io.jacinth.commands.transaction.TransactionCommands}.
 */
@NullMarked
package io.jacinth.commands.transaction;

import org.jspecify.annotations.NullMarked;
