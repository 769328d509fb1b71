/**
 * TLS for clients: PEM files and OpenSSL's configuration words, made into what Netty's TLS needs.
 * Nothing here runs for a connection but {@link io.jacinth.server.tls.ClientTls#handler}, which any
 * loop may call. Start with {@link io.jacinth.server.tls.ClientTls}.
 */
@NullMarked
package io.jacinth.server.tls;

import org.jspecify.annotations.NullMarked;
