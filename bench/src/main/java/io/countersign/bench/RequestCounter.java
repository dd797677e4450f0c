package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Counts what goes out of every SDK client in the process, tries again included. */
public final class RequestCounter implements ExecutionInterceptor {
  private static final Map<String, Integer> SENT = new LinkedHashMap<>();
  private static double read;
  private static double written;

  /** Called by the SDK. */
  public RequestCounter() {}

  /** A folder that, on the class path, brings the counter into all clients. */
  static Path hook(Path folder) throws IOException {
    Path hook = folder.resolve("hook");
    Path file = hook.resolve("software/amazon/awssdk/global/handlers/execution.interceptors");
    Files.createDirectories(file.getParent());
    Files.writeString(file, RequestCounter.class.getName() + "\n");
    return hook;
  }

  static void reset() {
    SENT.clear();
    read = 0;
    written = 0;
  }

  static int all() {
    return SENT.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Capacity units, read and written. */
  static double units() {
    return read + written;
  }

  static String summary() {
    String calls =
        SENT.entrySet().stream()
            .map(each -> (each.getValue() == 1 ? "" : each.getValue() + " ") + each.getKey())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%d requests, %.1f RCU, %.1f WCU (%s)", all(), read, written, calls);
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case BatchGetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case SdkRequest other -> other;
    };
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    synchronized (SENT) {
      SENT.merge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    boolean reading =
        context.request() instanceof BatchGetItemRequest
            || context.request() instanceof GetItemRequest
            || context.request() instanceof QueryRequest;
    double units = units(response);
    synchronized (SENT) {
      if (reading) {
        read += units;
      } else {
        written += units;
      }
    }
  }

  private static double units(SdkResponse response) {
    return response
        .getValueForField("ConsumedCapacity", Object.class)
        .map(
            value ->
                value instanceof Iterable<?> all
                    ? sum(all)
                    : ((ConsumedCapacity) value).capacityUnits())
        .orElse(0.0);
  }

  private static double sum(Iterable<?> all) {
    double sum = 0;
    for (Object each : all) {
      sum += ((ConsumedCapacity) each).capacityUnits();
    }
    return sum;
  }
}
