"""Maven, called only when something has changed."""
import hashlib
import subprocess

import programs
from places import ROOT, TOOLS, fail

# What ends up in an artifact or in the local stack; tests and documents do not.
SOURCES = ("pom.xml", "shared", "functions", "web", "local")
SKIPPED = {"target", "node_modules", "dist", "test", "requirements", "dev", "__pycache__"}
OFFLINE = ("Could not transfer artifact", "Unknown host", "Network is unreachable", "npm error code ENOTFOUND")
FAST = ("-Denforcer.skip", "-Dspotless.check.skip")


def _files(place):
    if place.is_file():
        yield place
    elif place.is_dir() and place.name not in SKIPPED:
        for child in sorted(place.iterdir()):
            yield from _files(child)


def _fingerprint():
    digest = hashlib.sha256(str(programs.java_home()).encode())
    for source in SOURCES:
        for file in _files(ROOT / source):
            digest.update(f"{file.relative_to(ROOT)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def artifacts():
    """Every function's artifact."""
    names = sorted(pom.parent.name for pom in ROOT.glob("functions/*/pom.xml"))
    return [ROOT / "functions" / name / "target" / f"{name}.zip" for name in names]


def maven(*arguments, quiet=True):
    """Runs Maven on the JDK in the checkout; True when it succeeds."""
    command = [programs.maven(), "-B", "-Dstyle.color=never", *(["-q"] if quiet else []), *arguments]
    environment = programs.environment()
    # Maven's own libraries use what the JDK now warns of; nobody here can change that.
    quieter = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    # So short a run never earns back what the optimising compiler costs.
    quieter += " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    environment["MAVEN_OPTS"] = f"{environment.get('MAVEN_OPTS', '')} {quieter}".strip()
    run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    offline = False
    for line in run.stdout:
        print(line, end="", flush=True)
        offline = offline or any(sign in line for sign in OFFLINE)
    if run.wait() != 0 and offline:
        fail("Maven could not fetch what it needs: is there a network?")
    return run.returncode == 0


def package():
    """Builds functions and local stack, unless they are those of the present sources."""
    stamp = TOOLS / "build.sha256"
    class_path = ROOT / "local" / "target" / "classpath.txt"
    present = _fingerprint()
    done = [*artifacts(), class_path]
    if stamp.exists() and stamp.read_text() == present and all(file.exists() for file in done):
        return
    print("Building (mvn package)", flush=True)
    modules = ",".join(["local", *(str(file.parents[1].relative_to(ROOT)) for file in artifacts())])
    if not maven("package", "-DskipTests", "-pl", modules, "-am", *FAST):
        fail("the build failed, see above")
    TOOLS.mkdir(exist_ok=True)
    stamp.write_text(present)


def java(module, main, *arguments, properties=()):
    """The command line of a main class of a module that keeps its class path."""
    target = ROOT / module / "target"
    paths = [str(target / "classes"), (target / "classpath.txt").read_text().strip()]
    home = programs.java_home()
    return [str(home / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *properties, "-cp", ":".join(paths), main, *arguments]
