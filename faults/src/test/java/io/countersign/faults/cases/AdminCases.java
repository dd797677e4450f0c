package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.directory.Binding;
import io.countersign.directory.Role;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What Dan the admin writes. */
public final class AdminCases {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PROJECT = " /v1/projects/{project}";

  private AdminCases() {}

  /** Named by its idempotency key, so the same one whoever often it is called. */
  public static Case create(Deployment deployment) {
    return new Written(deployment) {
      @Override
      public Said call(String key) {
        Calls call = to("POST", "/policies").header("idempotency-key", name + key);
        return Said.http(deployment.admin, call.body(policy(1)));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        List<Policy> all =
            rules().policies().stream().filter(each -> each.name().equals(name)).toList();
        return RequestCases.times("created", all.size());
      }
    };
  }

  public static Case edit(Deployment deployment) {
    return new OnPolicy(deployment) {
      @Override
      public Said call(String key) {
        return Said.http(deployment.admin, on("PUT").body(policy(2)));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        long version = Objects.requireNonNull(present(), name).version();
        return RequestCases.times("edited", version - 1);
      }
    };
  }

  public static Case delete(Deployment deployment) {
    return new OnPolicy(deployment) {
      @Override
      public Said call(String key) {
        return Said.http(deployment.admin, on("DELETE"));
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return present() == null ? "deleted" : null;
      }
    };
  }

  public static Case bind(Deployment deployment) {
    return new Written(deployment) {
      @Override
      public Said call(String key) {
        Json body = Json.object().put("role", "viewer").put("person", "cem").build();
        Calls call = to("PUT", "/bindings/{binding}").with("binding", name).body(body.text());
        return Said.http(deployment.admin, call);
      }

      @Override
      public boolean repeatable() {
        return false;
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return rules().access().bindings().stream()
            .filter(each -> each.id().value().equals(name))
            .map(Binding::version)
            .map(version -> version == 1 ? "given" : "given " + version + " times")
            .findFirst()
            .orElse(null);
      }
    };
  }

  public static Case unbind(Deployment deployment) {
    return new Written(deployment) {
      {
        Setting.write(
            deployment,
            new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding(name, Role.VIEWER, "cem")));
      }

      @Override
      public Said call(String key) {
        return Said.http(
            deployment.admin,
            to("DELETE", "/bindings/{binding}").with("binding", name).header("if-match", "\"1\""));
      }

      @Override
      public boolean repeatable() {
        return false;
      }

      @Override
      public @Nullable String effect(Contents contents) {
        return rules().access().bindings().stream()
                .noneMatch(each -> each.id().value().equals(name))
            ? "taken"
            : null;
      }
    };
  }

  private abstract static class Written implements Case {
    final Deployment deployment;
    final String name = "written-" + COUNT.incrementAndGet();

    Written(Deployment deployment) {
      this.deployment = deployment;
    }

    final Rules rules() {
      return Objects.requireNonNull(deployment.store.rules(Rulebook.PAYMENTS));
    }

    final Calls to(String method, String what) {
      return Calls.to(method + PROJECT + what).with("project", Rulebook.PAYMENTS.value()).by("dan");
    }

    final String policy(int declineAfter) {
      Json target =
          Json.object().put("environment", "prod").put("path", "/" + name + "/**").build();
      Json people = Json.texts(List.of("bob", "cem"));
      Json requirement = Json.object().put("approvals", 1).put("people", people).build();
      return Json.object()
          .put("name", name)
          .put("targets", Json.array(List.of(target), each -> each))
          .put("requirements", Json.array(List.of(requirement), each -> each))
          .put("declineAfter", declineAfter)
          .build()
          .text();
    }
  }

  private abstract static class OnPolicy extends Written {
    OnPolicy(Deployment deployment) {
      super(deployment);
      Policy policy =
          Rulebook.on("/" + name + "/**", Rulebook.policy(name, Rulebook.requirement(1, "bob")));
      Setting.write(deployment, new Entry.OfPolicy(Rulebook.PAYMENTS, policy));
    }

    final Calls on(String method) {
      return to(method, "/policies/{policy}").with("policy", name).header("if-match", "\"1\"");
    }

    final @Nullable Policy present() {
      return rules().policies().stream()
          .filter(each -> each.id().value().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public final boolean repeatable() {
      return false;
    }
  }
}
