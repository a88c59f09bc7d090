"""What a scenario asks for, from the environment that `ec2-contract wrapper` sets."""

import json
import os
import sys

ENDPOINT = os.environ["EC2_CONTRACT_ENDPOINT"]
HOST = os.environ["EC2_CONTRACT_ENDPOINT_HOST"]
PORT = int(os.environ["EC2_CONTRACT_ENDPOINT_PORT"])
REGION = os.environ["AWS_REGION"]
ACCESS_KEY = os.environ["AWS_ACCESS_KEY_ID"]
SECRET_KEY = os.environ["AWS_SECRET_ACCESS_KEY"]
KEY_NAME = os.environ["EC2_CONTRACT_KEY_NAME"]
KEY_FILE = os.environ["EC2_CONTRACT_PUBLIC_KEY_FILE"]
TAGS = json.loads(os.environ["EC2_CONTRACT_TAGS"])
DRY_RUN = os.environ["EC2_CONTRACT_DRY_RUN"] == "true"

with open(KEY_FILE, encoding="utf-8", newline="") as file:
    PUBLIC_KEY = file.read()


def tell(**members):
    """Prints the output of the wrapper; what it does not know is left out."""
    json.dump({name: value for name, value in members.items() if value is not None}, sys.stdout)


def run(main):
    """Runs an adapter: an exception is a failure, told in one line as its users would see it."""
    try:
        main()
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(1)
