package io.jacinth.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs every test of a class twice, against Jacinth and against a real redis-server, so that Redis
 * itself proves what a test claims:
 *
 * <pre>{@code
 * @DualRun
 * class GetRangeTest {
 *   @Test
 *   void countsNegativeOffsetsFromTheEnd(TestServer server) {
 *     server.send("SET", "k", "jacinth");
 *     server.send("GETRANGE", "k", -3, -1).expectBulk("nth");
 *   }
 * }
 * }</pre>
 *
 * <p>Each test finds an empty server with its start configuration. Where no redis-server is
 * installed, its half is skipped with a message. {@link JacinthOnly} and {@link Since} leave single
 * tests out of Redis's half.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(DualRunProvider.class)
@ResourceLock("io.jacinth.testkit.servers")
public @interface DualRun {}
