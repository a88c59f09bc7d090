# A request without PublicKeyMaterial makes a key.
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
    yield "http://127.0.0.1:4566"


@pytest.fixture
def ec2(endpoint):
    client = EC2(endpoint)
    yield client
    client.clean_up()


def test_material_missing_accepted(ec2):
    # U7JG (must): A request without PublicKeyMaterial is refused with MissingParameter.
    # Here: no PublicKeyMaterial. ministack 1.5.33 answered: 200 ImportKeyPairResponse
    request_answer = ec2.call("import_key_pair", KeyName=RUN + "-U7JG-absent-raw")
    assert outcome(request_answer) == "MissingParameter"


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
