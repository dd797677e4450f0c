package io.countersign.faults.aws;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.function.Function;
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

  /** The function that runs on this thread, or empty where none does. */
  private static final ThreadLocal<String> RUNNING = ThreadLocal.withInitial(() -> "");

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

  /** The same handler, whose calls are known as that function's. */
  public static RequestStreamHandler of(String function, RequestStreamHandler handler) {
    return (event, answer, context) -> {
      RUNNING.set(function);
      try {
        handler.handleRequest(event, answer, context);
      } finally {
        RUNNING.remove();
      }
    };
  }

  /** Lets somebody else call AWS, whose calls are in no script. */
  static void outside(Runnable calls) {
    Script playing = SCRIPT.get();
    String running = RUNNING.get();
    SCRIPT.remove();
    RUNNING.remove();
    try {
      calls.run();
    } finally {
      SCRIPT.set(playing);
      RUNNING.set(running);
    }
  }

  /** Lets this thread call something that is none of AWS. */
  static <T> T elsewhere(Site site, Function<@Nullable Fault, T> call) {
    Script playing = SCRIPT.get();
    return playing == null ? call.apply(null) : playing.elsewhere(site, call);
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
    if (!RUNNING.get().isEmpty()) {
      TRAFFIC.get().asked(RUNNING.get(), context.request());
    }
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
      playing.done(site, context.request());
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
