"""Starting and stopping the one-machine stack."""
import os
import signal
import subprocess
import time

import build
import programs
import tools
from places import LOCAL, ROOT, fail

MAIN = "io.countersign.local.Main"


def run(*arguments):
    """Runs the stack in the foreground until it ends; Ctrl-C is for it, not for this script."""
    if arguments[0] != "shots" and "--once" not in arguments and _running() is not None:
        fail("already up: ./dev down ends it")
    programs.needed()
    tools.ensure_node()
    tools.ensure("ministack", "sam")
    build.package()
    browser = programs.browser()
    found = ("--browser", browser) if browser else ()
    stack = subprocess.Popen(build.java("local", MAIN, *arguments, *found), cwd=ROOT, env=programs.environment())
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda number, _: stack.send_signal(signal.SIGTERM))
    status = stack.wait()
    return 0 if status == 128 + signal.SIGTERM or status == 128 + signal.SIGINT else status


def shots():
    """Pictures of every page; only a browser can take them."""
    if not programs.browser():
        fail("no Chromium found: install chromium (Debian: apt install chromium)")
    return run("shots")


def _running(pid_file="stack.pid", program=MAIN):
    """Process id of the stack that is up, or nothing."""
    try:
        pid = int((LOCAL / pid_file).read_text().split()[0])
        command = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True).stdout
        return pid if program in command else None
    except (FileNotFoundError, ValueError, IndexError):
        return None


def _stop(*process):
    """Asks the process to stop and waits for its end; whether there was one."""
    pid = _running(*process)
    if pid is None:
        return False
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 60
    while _running(*process) == pid:
        if time.monotonic() > end:
            fail(f"process {pid} does not stop")
        time.sleep(0.1)
    return True


def down():
    stack = _stop()
    # One that was left because the stack itself was killed.
    emulator = _stop("ministack.pid", "ministack")
    print("Stopped; the state is kept for the next ./dev up." if stack or emulator else "Nothing is up.")
    return 0


def code():
    """Prints the one-time code that makes the first admin."""
    if _running() is None:
        fail("nothing is up: ./dev up")
    endpoint = (LOCAL / "endpoint").read_text().strip()
    script = (
        "import boto3, sys; print(boto3.client('secretsmanager', endpoint_url=sys.argv[1], "
        "region_name='eu-central-1', aws_access_key_id='test', aws_secret_access_key='test')"
        ".get_secret_value(SecretId='countersign/bootstrap')['SecretString'])"
    )
    python = ROOT / ".tools" / "ministack" / "bin" / "python"
    return subprocess.run([python, "-c", script, endpoint]).returncode
