/** Who may do what: servers started with settings of their own, compared with a real Redis. */
package io.jacinth.security;
