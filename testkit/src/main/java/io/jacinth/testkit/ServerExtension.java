package io.jacinth.testkit;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test of one {@link DualRun} invocation its {@link TestServer}, or skips it with the
 * reason.
 */
final class ServerExtension
    implements ExecutionCondition,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

  private final ServerSupply supply;

  ServerExtension(ServerSupply supply) {
    this.supply = supply;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return supply
        .absence()
        .or(() -> exclusion(context))
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("the server can run it"));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(TestServer.class, new TestServer(supply.take()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestServer server = testServer(context);
    server.close();
    supply.giveBack(server.running());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return testServer(context);
  }

  /** Reports that do not show the class's invocations still name the server. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new OnServer(supply.name()));
    throw failure;
  }

  private static TestServer testServer(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            TestServer.class,
            absent -> {
              throw new IllegalStateException("a TestServer belongs to one test: not here");
            },
            TestServer.class);
  }

  private Optional<String> exclusion(ExtensionContext context) {
    return supply.redisVersion().flatMap(version -> exclusion(context, version));
  }

  private static Optional<String> exclusion(ExtensionContext context, Version version) {
    return annotation(context, JacinthOnly.class)
        .map(JacinthOnly::value)
        .or(
            () ->
                annotation(context, Since.class)
                    .filter(since -> version.compareTo(Version.parse(since.value())) < 0)
                    .map(since -> "Redis does so since " + since.value()));
  }

  private static <A extends Annotation> Optional<A> annotation(
      ExtensionContext context, Class<A> type) {
    return AnnotationSupport.findAnnotation(context.getElement(), type)
        .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), type));
  }

  private static final class OnServer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnServer(String name) {
      super("the test ran on " + name, null, false, false);
    }
  }
}
