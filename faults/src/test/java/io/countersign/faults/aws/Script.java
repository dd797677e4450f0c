package io.countersign.faults.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * What happens to the calls of one run: all of them go well, but for those at which a fault is to
 * strike. Each strikes once.
 */
public final class Script {
  private static final long MILLIS = 8_000;

  private final Map<Site, Fault> faults;
  private final Runnable other;
  private final Map<Site, Integer> met = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<Site> written = new ArrayList<>();
  private final Set<Site> struck = new HashSet<>();
  private boolean dead;

  private Script(Map<Site, Fault> faults, Runnable other) {
    this.faults = Map.copyOf(faults);
    this.other = other;
  }

  /** Everything goes well. */
  public static Script well() {
    return with(Map.of());
  }

  /** These faults strike, of which none is a conflict. */
  public static Script with(Map<Site, Fault> faults) {
    return new Script(faults, () -> {});
  }

  /**
   * One fault strikes.
   *
   * @param other what somebody else does just before, where that is the fault
   */
  public static Script of(Site target, Fault fault, Runnable other) {
    return new Script(Map.of(target, fault), other);
  }

  /** The calls that were met, in order. */
  public List<Site> sites() {
    return List.copyOf(sites);
  }

  /**
   * The calls by which something was written, in order; what somebody else wrote stands there as a
   * second call of the same.
   */
  public List<Site> written() {
    return List.copyOf(written);
  }

  /** Whether all faults have struck. */
  public boolean struck() {
    return struck.containsAll(faults.keySet());
  }

  /** A call is about to be made; what is thrown comes in place of it. */
  Site before(String service, String operation, SdkRequest request) {
    Site site = meet(new Site(service, operation, Naming.subject(request), 1));
    switch (faults.get(site)) {
      case THROTTLED -> throw struck(site, Refusals.throttled(site));
      case DENIED -> throw struck(site, Refusals.denied(site));
      case LOST -> throw struck(site, ApiCallTimeoutException.create(MILLIS));
      case CONFLICT -> conflict(site, request);
      case UNANSWERED, KILLED, FAILING, OVERLONG -> {}
      case null -> {}
    }
    return site;
  }

  /** A call that is none of AWS: what goes wrong at it goes wrong where it arrives. */
  <T> T elsewhere(Site first, Function<@Nullable Fault, T> call) {
    Site site = meet(first);
    Fault fault = faults.get(site);
    written.add(fault == null ? site : site.having(fault.title()));
    if (fault != null && fault != Fault.KILLED) {
      struck.add(site);
    }
    T answer = call.apply(fault);
    after(site);
    return answer;
  }

  private void conflict(Site site, SdkRequest request) {
    struck.add(site);
    if (site.writesTable()) {
      throw Refusals.conflict(request);
    }
    Wire.outside(other);
    written.add(site);
  }

  /** AWS has carried a call out. */
  void done(Site site, SdkRequest request) {
    if (!site.reads()) {
      written.add(site.having(Naming.status(request)));
    }
  }

  private Site meet(Site first) {
    if (dead) {
      throw new Killed();
    }
    Site site = first.numbered(met.merge(first, 1, Integer::sum));
    sites.add(site);
    return site;
  }

  /** AWS has carried the call out, or refused it; what is thrown comes in place of its answer. */
  void after(Site site) {
    Fault fault = struck.contains(site) ? null : faults.get(site);
    if (fault == Fault.UNANSWERED) {
      throw struck(site, ApiCallTimeoutException.create(MILLIS));
    }
    if (fault == Fault.KILLED) {
      dead = true;
      throw struck(site, new Killed());
    }
  }

  private <T extends Throwable> T struck(Site site, T failure) {
    struck.add(site);
    return failure;
  }
}
