/**
 * TLS for clients, on Jacinth with either of its TLS libraries and on a real Redis. Start with
 * {@link io.jacinth.tls.TlsTest}.
 */
package io.jacinth.tls;
