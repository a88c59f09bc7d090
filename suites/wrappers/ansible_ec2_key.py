"""Ansible's module amazon.aws.ec2_key, called ad hoc. Its check mode sends nothing, so that it knows no dry run."""

import json
import os
import re
import subprocess
import sys
import tempfile

import task

arguments = {
    "name": task.KEY_NAME,
    "key_material": task.PUBLIC_KEY,
    "endpoint_url": task.ENDPOINT,
    "region": task.REGION,
    "access_key": task.ACCESS_KEY,
    "secret_key": task.SECRET_KEY,
    "tags": task.TAGS,
}
with tempfile.TemporaryDirectory() as home:
    environment = {
        **os.environ,
        "HOME": home,
        "ANSIBLE_LOCAL_TEMP": home,
        "ANSIBLE_REMOTE_TEMP": home,
        "ANSIBLE_STDOUT_CALLBACK": "json",
        "ANSIBLE_LOAD_CALLBACK_PLUGINS": "1",
        "ANSIBLE_PYTHON_INTERPRETER": sys.executable,
        "ANSIBLE_DEPRECATION_WARNINGS": "0",
        "LC_ALL": "C.UTF-8",
    }
    ansible = os.path.join(os.path.dirname(sys.executable), "ansible")
    command = [sys.executable, ansible, "localhost", "-i", "localhost,", "-c", "local"]
    command += ["-m", "amazon.aws.ec2_key", "-a", json.dumps(arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)

match = re.search(r"\{.*\}", done.stdout, re.DOTALL)
result = json.loads(match.group())["plays"][0]["tasks"][0]["hosts"]["localhost"] if match else {}
if done.returncode != 0 or match is None:
    sys.stderr.write(str(result.get("msg") or done.stdout + done.stderr))
    sys.exit(1)
key = result.get("key") or {}
task.tell(keyName=key.get("name"), keyPairId=key.get("id"), fingerprint=key.get("fingerprint"), tags=key.get("tags"))
