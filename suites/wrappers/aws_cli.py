"""The AWS CLI, as a shell would call it; the key is given as a file of bytes."""

import json
import os
import subprocess
import sys

import task

aws = os.path.join(os.path.dirname(sys.executable), "aws")
command = [sys.executable, aws, "ec2", "import-key-pair", "--output", "json", "--key-name", task.KEY_NAME]
command += ["--public-key-material", f"fileb://{task.KEY_FILE}"]
if task.TAGS:
    tags = [{"Key": key, "Value": value} for key, value in task.TAGS.items()]
    command += ["--tag-specifications", json.dumps([{"ResourceType": "key-pair", "Tags": tags}])]
if task.DRY_RUN:
    command += ["--dry-run"]
sys.exit(subprocess.run(command, check=False).returncode)
