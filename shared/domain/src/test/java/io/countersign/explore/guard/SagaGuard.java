package io.countersign.explore.guard;

import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Failing;
import io.countersign.explore.realm.Merging;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Crew;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.proposal.Wanted;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.util.List;

/** What a merge under way has to keep to. */
enum SagaGuard implements Guard {
  LEASE("nobody takes over from the living", Promise.S14, Merging.CRASHES) {
    @Override
    public boolean mayTakeOver(Crew crew) {
      return crew.workers().size() < 2;
    }
  },
  BASE_CHECK("what changed since is a conflict", Promise.S4, Merging.OTHERS) {
    @Override
    public List<Wanted> wanted(List<Wanted> wanted, Wanting again) {
      return again.now();
    }
  },
  COMPARE_AND_SWAP(
      "a secret moves only from the version that was read", Promise.S4, Merging.OTHERS) {
    @Override
    public Vault written(FakeVault vault) {
      return new Passing(vault) {
        @Override
        public Move move(String arn, String from, String to) {
          return super.move(arn, current(arn), to);
        }
      };
    }
  },
  INTENT("a move is recorded before it is made", Promise.S13, Merging.CRASHES) {
    @Override
    public Plan kept(Plan plan) {
      return new Plan(
          plan.lease(),
          plan.documents().stream().map(SagaGuard::unintended).toList(),
          plan.retreat());
    }
  },
  RETREAT("turning back is recorded before it is begun", Promise.S13, Merging.RETURNS) {
    @Override
    public Plan kept(Plan plan) {
      return new Plan(plan.lease(), plan.documents(), null);
    }
  },
  FORMER_MOVE("who takes up what failed knows what may be live", Promise.S13, Failing.FAILURES) {
    @Override
    public Plan kept(Plan plan) {
      return new Plan(
          plan.lease(),
          plan.documents().stream().map(SagaGuard::forgetful).toList(),
          plan.retreat());
    }
  },
  SECOND_LOOK("what others wrote before a secret went comes back", Promise.S4, Failing.LEAVING) {
    @Override
    public Vault written(FakeVault vault) {
      return new Passing(vault) {
        @Override
        public Seen read(String secretName) {
          Seen seen = super.read(secretName);
          return seen instanceof Seen.Deleted ? new Seen.Missing() : seen;
        }
      };
    }
  },
  GENUINE("values are proven before they are written", Promise.S3, Merging.TAMPERED) {
    @Override
    public List<Wanted> proven(List<Wanted> proven, List<Wanted> stored) {
      return stored;
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  SagaGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  private static DocumentPlan unintended(DocumentPlan plan) {
    return plan.progress() instanceof Progress.Intended ? untouched(plan) : plan;
  }

  private static DocumentPlan forgetful(DocumentPlan plan) {
    return plan.progress() instanceof Progress.Reopened ? untouched(plan) : plan;
  }

  private static DocumentPlan untouched(DocumentPlan plan) {
    return new DocumentPlan(
        plan.document(),
        plan.secretName(),
        plan.kmsKeyArn(),
        new Progress.Untouched(),
        plan.created(),
        plan.refusals());
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Promise keeps() {
    return keeps;
  }

  @Override
  public Realm realm() {
    return realm;
  }
}
