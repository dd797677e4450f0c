"""The commands of ./dev."""
import subprocess

import build
import programs
import replay
import stack
import testing
import tools
from places import ROOT, fail

HELP = """\
./dev up                     deploy the template to this machine and keep it running until Ctrl-C;
                             what is new gets people, rules and requests to look at
./dev up --empty             make nothing of that: ./dev code prints what makes the first admin
./dev up --fresh             drop the state that was kept
./dev down                   stop it from another terminal; its state is kept
./dev code                   print the one-time code that makes the first admin
./dev demo                   from nothing: tell the story step by step, in a browser if there is a
                             Chromium, then stay up
./dev demo --once            tell the story and end, status 0 or 1
./dev demo --kill <function> end that function's process in the middle of its first call
./dev shots                  pictures of every page in target/shots: both widths, light and dark
./dev test [module|class]    run all tests, or those of one module or class
./dev histories [seconds] [seed]
                             let many clients meet while processes are killed, and check what was seen
./dev mutate                 change the rules in every small way, and count the changes that a test notices
./dev bench [name]           run the benchmarks, each a ratio
./dev explore [more] [most]  explore the engine deeper than the tests do: so many more of everything (1),
                             visiting at most so many states of each realm (4000000)
./dev verify <file>          verify an export of the audit: 0 whole, 1 not, with the first bad record
./dev replay <api> <project> <from> [to]
                             put the events of a time on the bus once more, with a token in COUNTERSIGN_TOKEN
./dev build                  build functions and local stack, if their sources changed
./dev format                 format the Java sources

up and demo take --port <port> (4600; the page with the mails is one above, and the dashboard two
above where names below localhost do not resolve).
With AWS_ENDPOINT_URL set, up deploys there instead of starting an emulator."""


def _build():
    programs.needed()
    tools.ensure_node()
    build.package()
    return 0


def _format():
    return 0 if build.maven("spotless:apply") else 1


def _bench(names):
    programs.needed()
    tools.ensure_node()
    tools.ensure("ministack", "sam")
    build.package()
    if not build.maven("package", "-DskipTests", "-pl", "bench", "-am", *build.FAST):
        fail("the build failed, see above")
    browser = programs.browser()
    command = build.java("bench", "io.countersign.bench.Main", *names, properties=[f"-Dbrowser={browser}"] if browser else [])
    return subprocess.run(command, cwd=ROOT, env=programs.environment()).returncode


def _explore(bounds):
    """The exploration of the tests with more of everything: the JDK and one module, nothing else."""
    programs.needed()
    if not build.maven("test-compile", "-pl", "shared/domain", *build.FAST):
        fail("the build failed, see above")
    paths = ":".join(str(ROOT / "shared" / "domain" / "target" / place) for place in ("classes", "test-classes"))
    java = [str(programs.java_home() / "bin" / "java"), "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=75"]
    return subprocess.run([*java, "-cp", paths, "io.countersign.explore.Main", *bounds]).returncode


def _verify(files):
    """The offline verifier: the JDK and two modules, nothing else."""
    programs.needed()
    if not build.maven("process-classes", "-pl", "verify", "-am", *build.FAST):
        fail("the build failed, see above")
    paths = ":".join(str(ROOT / module / "target" / "classes") for module in ("verify", "shared/domain"))
    return subprocess.run([str(programs.java_home() / "bin" / "java"), "-cp", paths, "io.countersign.verify.Main", *files]).returncode


def main(words):
    command, rest = (words[0], words[1:]) if words else ("help", [])
    match command:
        case "up" | "demo":
            return stack.run(command, *rest)
        case "shots":
            return stack.shots()
        case "down":
            return stack.down()
        case "code":
            return stack.code()
        case "test":
            return testing.run(rest)
        case "bench":
            return _bench(rest)
        case "explore":
            return _explore(rest)
        case "histories":
            return testing.histories(*rest)
        case "mutate":
            return testing.mutate(rest)
        case "verify":
            return _verify(rest)
        case "replay":
            return replay.run(rest)
        case "build":
            return _build()
        case "format":
            return _format()
        case "help" | "-h" | "--help":
            print(HELP)
            return 0
        case _:
            print(HELP)
            return 2
