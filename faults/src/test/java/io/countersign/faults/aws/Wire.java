package io.countersign.faults.aws;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Stands in every SDK client of this process, between the code under test and AWS; the SDK finds it
 * by the file {@code execution.interceptors}. Each thread has a script and a traffic of its own:
 * what is tested makes all its calls on the thread that it was called on.
 */
public final class Wire implements ExecutionInterceptor {
  private static final ExecutionAttribute<Site> SITE = new ExecutionAttribute<>("site");
  private static final Map<String, String> SERVICES =
      Map.of(
          "DynamoDb", "DynamoDB",
          "Kms", "KMS",
          "SecretsManager", "Secrets Manager",
          "SesV2", "SES",
          "Sqs", "SQS",
          "Ssm", "SSM");
  private static final ThreadLocal<@Nullable Script> SCRIPT = new ThreadLocal<>();
  private static final ThreadLocal<Traffic> TRAFFIC = ThreadLocal.withInitial(Traffic::new);

  /** Called by the SDK. */
  public Wire() {}

  /** Plays a script to the calls of this thread while something is done. */
  public static <T> T playing(Script script, Supplier<T> what) {
    SCRIPT.set(script);
    try {
      return what.get();
    } finally {
      SCRIPT.remove();
    }
  }

  /** Lets somebody else call AWS, whose calls are in no script. */
  static void outside(Runnable calls) {
    Script playing = SCRIPT.get();
    SCRIPT.remove();
    try {
      calls.run();
    } finally {
      SCRIPT.set(playing);
    }
  }

  /** Forgets what has left from this thread: requests of another deployment bear the same ids. */
  public static void anew() {
    TRAFFIC.remove();
  }

  /** What has left from this thread since {@link #anew}. */
  public static Traffic traffic() {
    return TRAFFIC.get();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Script playing = SCRIPT.get();
    if (playing != null) {
      attributes.putAttribute(
          SITE,
          playing.before(
              service(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
              attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
              context.request()));
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    TRAFFIC.get().sent(context.request());
    Script playing = SCRIPT.get();
    Site site = attributes.getAttribute(SITE);
    if (playing != null && site != null) {
      playing.done(site);
    }
    strike(attributes);
  }

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    strike(attributes);
    return context.exception();
  }

  /** A service as people call it. */
  private static String service(String name) {
    return SERVICES.getOrDefault(name, name);
  }

  /** What comes back is thrown in place of the answer, or of the refusal. */
  private static void strike(ExecutionAttributes attributes) {
    Script playing = SCRIPT.get();
    Site site = attributes.getAttribute(SITE);
    if (playing != null && site != null) {
      playing.after(site);
    }
  }
}
