/** What the server gives to the tools of the JVM. */
package io.jacinth.observe;
