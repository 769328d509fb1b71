package io.jacinth.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a {@link DualRun} class its invocations, one for each server. */
final class DualRunProvider implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return ServerSupply.ALL.stream().map(DualRunProvider::invocation);
  }

  private static ClassTemplateInvocationContext invocation(ServerSupply supply) {
    return new ClassTemplateInvocationContext() {
      @Override
      public String getDisplayName(int invocationIndex) {
        return supply.name();
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(new ServerExtension(supply));
      }
    };
  }
}
