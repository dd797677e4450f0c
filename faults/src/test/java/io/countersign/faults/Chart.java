package io.countersign.faults;

import io.countersign.faults.aws.FunctionWrite;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of call sites, faults and outcomes. */
record Chart(List<Section> sections) {
  private static final String HEAD =
      """
      # What happens when AWS fails

      The tests of the module `faults` write this page and hold it to be true. They let every fault strike once at every call
      to AWS or a chat that a command makes, with the real handlers over the real adapters. Then queues, stream and schedule
      do their work, the caller makes the same call again, and it is checked that

      - the state of each request is what its events say, and their chain is whole;
      - every event was published, in order, and each request is on the lists of those for whom it waits;
      - the change is in each document once or in none, and keys that others wrote are there;
      - proposed values are kept while they are needed, and gone afterwards;
      - who is to be told of an event was mailed it, and each channel has it, or the record says why not;
      - whoever was told that something is so, or is not, found it so, and no fault of AWS was called one of ours;
      - no value was shown that is not written down as shown;
      - no function wrote to the table what its role in the template does not let it write;
      - in the end all is as if nothing had gone wrong.

      A cell says what the caller learnt: an HTTP status; of a message *done* or *comes again*; or that the process was
      *killed*. It goes on with what was so although the caller did not know, what came of it by itself, and what the caller
      was told when the call was made again. A dash: no such thing can happen there.

      *Timed out before*: the call never came to AWS. *Timed out after*: it took effect, and its answer was lost. *Conflict*:
      another transaction was in the way, or somebody else wrote another key of the document just before. *Killed*: the
      process ended when the call had taken effect. SES knows no key by which a mail that is sent again could be told: where it
      was not written down that one was sent, it comes twice.

      Of a chat, *throttled* is 429 with the time to wait, *denied* a token that was revoked or a webhook that is closed, which
      somebody has to mend: the posting fails with that reason, and the admin is mailed. *Timed out before*: nobody listened.
      *Timed out after*: the line was cut before the answer. *Out of order*: 503. *Answer too long*: it took effect, and not
      all of its answer is read.
      Chats know no key either: what may be there is posted again, and its record says that it may be there twice.

      Where the first call has written the same and was answered the same as with another fault, all that follows is the same
      too, and was done once. A call that only reads leaves nothing: that its answer was lost is the same to it as that it
      never came to AWS, and to be killed after it is the same as to be killed after the call before it. Calls that are made
      side by side are made one after the other here.

      To bring this page up to date: `./dev test faults`, and then copy `faults/target/faults.md` here.
      """;

  String text() {
    return HEAD + sections.stream().map(Section::text).collect(Collectors.joining());
  }

  List<String> broken() {
    return sections.stream().flatMap(section -> section.broken().stream()).toList();
  }

  /** What a function wrote although its role does not let it. */
  Set<FunctionWrite> beyond() {
    return sections.stream()
        .flatMap(section -> section.writes().stream())
        .filter(each -> !each.allowed())
        .collect(Collectors.toSet());
  }

  String summary() {
    return "faults: %d commands, %d call sites, %d faults at them, %d runs, %d broken promises"
        .formatted(
            sections.size(),
            sections.stream().mapToInt(section -> section.sites().size()).sum(),
            sections.stream().mapToInt(section -> section.told().size()).sum(),
            sections.stream().mapToInt(Section::runs).sum(),
            broken().size());
  }
}
