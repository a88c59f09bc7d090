# The message for a key that does not exist leaks how the emulator is made.
# Fails until that is mended. Made by ec2-contract 0.1.0 from its run of 2026-11-29.
# Asks the server at EC2_ENDPOINT where that is set. What it makes, it deletes.

import os
import re
import secrets
from xml.etree import ElementTree

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

REGIONS = ["us-east-1", "us-west-2"]
KEY_ID = os.environ.get("EC2_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
SECRET = os.environ.get("EC2_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
# In each name, so that no run meets what another left.
RUN = "ec2c-" + secrets.token_hex(32)[:20]


@pytest.fixture
def endpoint():
    if "EC2_ENDPOINT" in os.environ:
        yield os.environ["EC2_ENDPOINT"]
        return
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    yield "http://{}:{}/".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def ec2(endpoint):
    client = EC2(endpoint)
    yield client
    client.clean_up()


def test_describe_missing_name_wrong_message(ec2):
    # R7ZN (should): The message of InvalidKeyPair.NotFound names the key that was asked for by its name.
    # Here: a name that never existed. moto 5.2.5 answered: "The keypair '{'ec2c-tp9c40-edbd9608-c083-X7FK-name-raw-nobody'}' does not exist."
    describe_answer = ec2.call("describe_key_pairs", KeyNames=[RUN + "-X7FK-name-raw-nobody"])
    assert text(describe_answer, "Errors/Error/Message") == "The key pair '" + RUN + "-X7FK-name-raw-nobody' does not exist"


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.body = body.decode("utf-8", "replace")


class EC2:
    """EC2 by boto3; what it answers is kept as it is on the wire."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.made = []

    def call(self, operation, region=REGIONS[0], **parameters):
        config = Config(parameter_validation=False, retries={"total_max_attempts": 1})
        client = boto3.client(
            "ec2",
            region_name=region,
            endpoint_url=self.endpoint.replace("{region}", region),
            aws_access_key_id=KEY_ID,
            aws_secret_access_key=SECRET,
            config=config,
        )
        answers = []
        client.meta.events.register(
            "before-parse.ec2",
            lambda response_dict, **_: answers.append(
                Answer(response_dict["status_code"], response_dict["headers"], response_dict["body"])
            ),
        )
        try:
            getattr(client, operation)(**parameters)
        except (BotoCoreError, ClientError, ResponseParserError):
            if not answers:
                raise
        return self.keep(answers[0], region)

    def keep(self, answer, region):
        key_id = text(answer, "keyPairId")
        if name_of(read(answer)) == "ImportKeyPairResponse" and key_id:
            self.made.append((region, key_id))
        return answer

    def clean_up(self):
        for region, key_id in self.made:
            self.call("delete_key_pair", region=region, KeyPairId=key_id)


def read(answer):
    """The document; an empty element where it is none."""
    try:
        return ElementTree.fromstring(answer.body)
    except ElementTree.ParseError:
        return ElementTree.Element("")


def name_of(element):
    return element.tag.split("}")[-1]


def text(found, path):
    """The text of the element at a path below the root; "" where there is none."""
    root = read(found) if isinstance(found, Answer) else found
    element = root.find("/".join("{*}" + step for step in path.split("/")))
    return "" if element is None else element.text or ""


def code(answer):
    """The error code as it is spelled, "" where there is none."""
    found = re.search(r'<Code>([^<]*)</Code>|"(?:__type|code)"\s*:\s*"([^"]*)"', answer.body, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def outcome(answer):
    """Either "accepted", or the code of the refusal, or what else it was."""
    refusal = re.sub(r"^(Client|Server)\.", "", code(answer).strip())
    if refusal:
        return refusal
    if answer.status < 300 and re.search("(Response|Result)$", name_of(read(answer))):
        return "accepted"
    return f"HTTP {answer.status}: {answer.body[:80]}"
