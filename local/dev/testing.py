"""./dev test: all of them, or those of one module or class."""
import subprocess

import build
import programs
import tools
from places import ROOT, TOOLS, fail

# Modules whose tests run the deployed template, and so need artifacts and tools.
ON_THE_STACK = {"tests", "browser", "bench"}

# Modules at a time in a whole run: tests and browser are most of it, wait much, and have a stack each.
SIDE_BY_SIDE = ("-T", "2", "-Pside-by-side", "--fail-at-end")

# The emulators of AWS that other modules' tests run against.
EMULATORS = {"aws": ("moto",), "faults": ("ministack",)}


def _modules():
    poms = [pom for place in ("*", "shared/*", "functions/*", "tests/*") for pom in ROOT.glob(f"{place}/pom.xml")]
    return {pom.parent.name: pom.parent for pom in poms if pom.parent.name not in ("target", "functions")}


def _classes(module):
    return sorted(file.stem for file in (module / "src/test/java").rglob("*Test.java"))


def _find(word):
    """The module and the test classes that a word names."""
    modules = _modules()
    name = word.rstrip("/").rsplit("/", 1)[-1]
    if name in modules:
        return modules[name], _classes(modules[name])
    for module in modules.values():
        if list((module / "src/test/java").rglob(f"{name}.java")):
            return module, [name]
    fail(f"no module and no test class is called {word}; modules: {', '.join(sorted(modules))}")


def _properties():
    """What the tests cannot find themselves; without a browser its suite fails, and says so too."""
    browser = programs.browser()
    if browser:
        return [f"-Dbrowser={browser}"]
    print("No Chromium found, so the browser tests will fail: install chromium (Debian: apt install chromium)", flush=True)
    return []


def _template_checks():
    """cfn-lint and SAM's own check, without AWS: begun, to be asked for what came of them."""
    tool = TOOLS / "sam" / "bin"
    checks = ([tool / "cfn-lint", "template.yaml"], [tool / "sam", "validate", "--lint", "--region", "eu-central-1"])
    environment = {**programs.environment(), "SAM_CLI_TELEMETRY": "0"}
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return [subprocess.Popen(check, cwd=ROOT, env=environment, **said) for check in checks]


def _is_clean(check):
    said, _ = check.communicate()
    print(said, end="", flush=True)
    return check.returncode == 0


def run(words):
    programs.needed()
    tools.ensure_node()
    if not words:
        tools.ensure("ministack", "sam", "moto")
        # The modules that come first leave a core free.
        checks = _template_checks()
        built = build.maven("verify", *SIDE_BY_SIDE, *_properties(), quiet=False)
        if not all([_is_clean(check) for check in checks]):
            fail("template.yaml has findings, see above")
        return 0 if built else 1
    module, classes = _find(words[0])
    if not classes:
        fail(f"{module.name} has no tests")
    on_stack = module.name in ON_THE_STACK
    tools.ensure(*(("ministack", "sam") if on_stack else EMULATORS.get(module.name, ())))
    if on_stack:
        build.package()
    only = ["-Dtest=" + ",".join(classes), "-Dsurefire.failIfNoSpecifiedTests=false"]
    place = str(module.relative_to(ROOT))
    if not build.maven("test", "-pl", place, "-am", *only, *_properties(), *build.FAST):
        return 1
    print(f"{module.name}: {', '.join(classes)} passed")
    return 0


def histories(seconds="300", seed="20260101"):
    """Many clients at once, for as long as one likes."""
    if not (seconds.isdigit() and seed.isdigit()):
        fail("./dev histories [seconds] [seed]: both are numbers")
    programs.needed()
    tools.ensure_node()
    tools.ensure("ministack", "sam")
    build.package()
    chosen = [f"-Dhistories.seconds={seconds}", f"-Dhistories.seed={seed}"]
    only = ["-Dtest=HistoriesTest", "-Dsurefire.failIfNoSpecifiedTests=false"]
    return 0 if build.maven("test", "-pl", "tests", "-am", *only, *chosen, *build.FAST) else 1


def mutate(packages):
    """The mutation score of the rules, or of some of their packages."""
    programs.needed()
    only = [f"-DtargetClasses={','.join(f'io.countersign.{each}.*' for each in packages)}"] if packages else []
    if not build.maven("test-compile", "pitest:mutationCoverage", "-pl", "shared/domain", *only, *build.FAST):
        return 1
    print("The survivors: shared/domain/target/pit-reports/index.html")
    return 0
