"""Programs that must be on the machine: a JDK 25, Maven, and a browser for the browser tests."""
import os
import pathlib
import re
import shutil
import subprocess

from places import TOOLS, fail

JAVA = 25
# The first one draws no windows, which nobody would see.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def _is_jdk(home):
    release = home / "release"
    if not (home / "bin" / "javac").exists() or not release.exists():
        return False
    version = re.search(r'JAVA_VERSION="(\d+)', release.read_text(errors="replace"))
    return version is not None and int(version.group(1)) == JAVA


def _homes():
    """Where a JDK may be: named, on the PATH, beside the one on the PATH, or where installers put it."""
    if "JAVA_HOME" in os.environ:
        yield pathlib.Path(os.environ["JAVA_HOME"])
    java = shutil.which("javac") or shutil.which("java")
    beside = []
    if java:
        home = pathlib.Path(java).resolve().parent.parent
        yield home
        beside.append(home.parent)
    mac = pathlib.Path("/usr/libexec/java_home")
    if mac.exists():
        found = subprocess.run([mac, "-v", str(JAVA)], capture_output=True, text=True)
        if found.returncode == 0:
            yield pathlib.Path(found.stdout.strip())
    user = pathlib.Path.home()
    beside += [user / ".sdkman/candidates/java", user / ".jdks", user / ".asdf/installs/java"]
    beside += [pathlib.Path("/opt"), pathlib.Path("/usr/local"), pathlib.Path("/usr/java")]
    for folder in beside:
        if folder.is_dir():
            yield from sorted(folder.iterdir())


def java_home():
    for home in _homes():
        if _is_jdk(home):
            return home
    fail(f"JDK {JAVA} not found: install one (for example Temurin {JAVA}) or set JAVA_HOME to it")


def environment():
    """This process's environment with the JDK, and Node where it had to be fetched."""
    home = java_home()
    path = [str(home / "bin")]
    if (TOOLS / "node" / "bin" / "node").exists():
        path.append(str(TOOLS / "node" / "bin"))
    return {**os.environ, "JAVA_HOME": str(home), "PATH": os.pathsep.join(path + [os.environ["PATH"]])}


def maven():
    found = shutil.which("mvn")
    if not found:
        fail("Maven not found: install Maven 3.8.7 or later, so that mvn is on the PATH")
    return found


def needed():
    """Says at once what is missing, before anything is downloaded."""
    java_home()
    maven()


def browser():
    """The browser's path, or nothing."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def node_is_there():
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    major = re.match(r"v(\d+)", version)
    return major is not None and int(major.group(1)) >= 20
