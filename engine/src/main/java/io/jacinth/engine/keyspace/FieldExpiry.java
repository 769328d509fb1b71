package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;
import java.util.function.Consumer;

/**
 * Takes fields whose deadlines have passed out of hashes, and states that they are gone. Of a large
 * hash it removes a few each time that somebody looks at it or active expiry comes by, and hides
 * the others; one in which nothing else is left goes as a whole. So the lock is never held for as
 * long as there are fields that expire together.
 *
 * <p>Belongs to the worker of its database; used under the partition's lock.
 */
final class FieldExpiry {
  /** How many fields a request removes that meets a hash. */
  private static final int FIELDS_A_REQUEST = 16;

  private final Database database;
  private final Moment moment;
  private final Effects effects;
  private final Consumer<Slice> log = this::tell;
  private Key key;

  @SuppressWarnings("NullAway") // set before anything is told
  FieldExpiry(Database database, Moment moment, Effects effects) {
    this.database = database;
    this.moment = moment;
    this.effects = effects;
    this.key = null;
  }

  /**
   * The hash under a key, without fields whose deadlines have passed; where nothing is left of it,
   * the key is gone. The key's home is open.
   */
  HashValue open(Key hash) {
    if (!hash.entry.exists() || !hash.entry.expiresElements()) {
      return hash.home.hash();
    }
    sweep(hash, FIELDS_A_REQUEST);
    return hash.home.hash().hideExpired(moment.expiryMillis());
  }

  /**
   * Removes about so many fields, or all with the hash where all have expired; answers how many
   * deeds that were. The key's home is open.
   */
  long sweep(Key hash, int most) {
    long now = moment.expiryMillis();
    HashValue value = hash.home.hash();
    if (value.size() > most && value.isAllExpired(now)) {
      long fields = value.size();
      end(hash);
      effects.fieldsExpired(database, hash, fields);
      effects.hashExpired(database, hash, false);
      return 1;
    }
    key = hash;
    hash.partition().keyspace(database.index()).preserve(hash.entry);
    long removed = value.removeExpired(now, most, log);
    if (removed > 0) {
      effects.fieldsExpired(database, hash, removed);
      if (hash.home.open(database).isEmpty(now)) {
        end(hash);
        effects.hashExpired(database, hash, true);
      }
    }
    return removed;
  }

  private void end(Key hash) {
    hash.partition().keyspace(database.index()).remove(hash);
  }

  private void tell(Slice field) {
    effects.fieldExpires(database, key, field);
  }

  /** States that one field goes, whose name a command uses again. */
  void expires(Key hash, Slice field) {
    effects.fieldExpires(database, hash, field);
    effects.fieldsExpired(database, hash, 1);
  }
}
