package io.countersign.bench;

import io.countersign.bench.page.FirstVisit;
import io.countersign.bench.page.LongList;
import io.countersign.bench.page.OpenPage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs all benchmarks or those that are named: a line {@code name value goal} and its details. */
public final class Main {
  /** One benchmark; what it found, line by line. */
  interface Benchmark {
    List<String> run() throws IOException, InterruptedException;
  }

  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("vote-warm", WarmVote::run);
    ALL.put("vote-cold", ColdVote::run);
    ALL.put("decide", Decide::run);
    ALL.put("requests", CommandRequests::run);
    ALL.put("growth", Growth::run);
    ALL.put("merge-documents", MergeDocuments::run);
    ALL.put("lists", ListPages::run);
    ALL.put("page", FirstVisit::run);
    ALL.put("page-merged", OpenPage::run);
    ALL.put("page-list", LongList::run);
  }

  private Main() {}

  /** Ends with 0 whatever the figures are: speed is no test. */
  public static void main(String[] names) throws IOException, InterruptedException {
    for (String name : names.length == 0 ? ALL.keySet() : List.of(names)) {
      Benchmark benchmark = ALL.get(name);
      if (benchmark == null) {
        System.err.println("no benchmark " + name + "; there are " + ALL.keySet());
        System.exit(2);
      } else {
        benchmark.run().forEach(System.out::println);
      }
    }
    // What benchmarks share in this process ends with it.
    System.exit(0);
  }
}
