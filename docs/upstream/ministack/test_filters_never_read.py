# Filters are not read: every key is listed, whatever they say, unknown ones and an empty list too.
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


def test_filters_never_read(ec2):
    # Z2ZF (must): The filter key-name finds exactly the keys of that name.
    # Here: the filter key-name. ministack 1.5.33 answered: 2 key pairs: "ec2c-tp9dov-498b91c7-1f24-Z2ZF-key-name-raw", "ec2c-tp9dov-498b91c7-1f24-Z2ZF-key-name-raw-bystander"
    import_answer = ec2.call("import_key_pair", KeyName=RUN + "-Z2ZF-key-name-raw", PublicKeyMaterial=b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDDst0pdR+iFFO9C4TPKeZrAijewmt+z7PmWKyddPN7tOBkiyCFZ5rBRvXDFx41Ve4PaXO93vc8GvkA1BjOmq8Tkxu0oPaK5tbKvazQV67gGyDXFbz4aCTE84dQUArDJs18be/inEVvyBumKmvxv+iSB7rd2TyNVS5xm3hIem8d5o5qb22JrmFYfgxnKabys+gdUszp1RW3QI687XzqtAAxIgY/sZ7fwwk36az8+ZW3EGyr4mkSwZtspp88bWNv39Zo7QvWN71J+mKpVUgqB6SDVwGXbShu9MKZoUff2UdHQEfnEmJc5uru2giPaJJWtRrhtAQsFJFHT7s+KMHUo0jL ec2-contract", TagSpecifications=[{"ResourceType": "key-pair", "Tags": [{"Key": "purpose", "Value": RUN + "-Z2ZF-key-name-raw"}]}])
    assert outcome(import_answer) == "accepted"
    bystander_answer = ec2.call("import_key_pair", KeyName=RUN + "-Z2ZF-key-name-raw-bystander", PublicKeyMaterial=b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAACAQCuK5ak4II9R4pUP7Iy5DXrEM0adqhBMnyn31TOrLCL1W26x1RPaTRk833/hdsSPqGtAQ/6y/dwTbNkAakAUag7A64aKWlj5aJf45U8UZLv+CBP4ZHx4FB09MBE5egAfML+jF4E5ioM98TLUfE8pr9snlLp0r7ZD10tkfcwo54ThRW+R5RELHiAKA/UB/N47lja8sSyavzjxnrUtsj/gt3SqNBozNFYcoBnkPoDfd882Vknc/8uGTjUZJbJWEP0/tDB3NnDdlP/17/Em8+CqJfmJOuRNqCoW5fNUN5qZge3vc/AgYpCS1Jb16NsG6BX+K1cxLmhmEjvdVlXbvbI4e/jeDQPvPSZ29AGAZ8UMKWa3BIiWDruC4d4VspM3ixrUyjqRcs3Im+vj9V8HXHvFHHizM5+aI/4METCcQQrCTilHnAc/lnfgFbEj3ah+qzM0MDwv73WgUpWzO9RGsTRVAu22XJtaVKywIYX/G8Xl56zjPy5eIEiCBaScHuofIp7+AitGbjnn0SU4vTrB/OAiImM8feUzdeA/4CYunJSw6Z1idsscE76icEo1oD2io0Ql5KZ621eSIy5jyfO/CnkbPbv358shmTQi1sdiwB5GcZxN8iAwUCukyVGSMRpkCxXkQsT8TU4TD4YNVCYHTwRga7qW26PDIBwkKbo7wCD+GlM8w== ec2-contract", TagSpecifications=[{"ResourceType": "key-pair", "Tags": [{"Key": "other", "Value": RUN + "-Z2ZF-key-name-raw"}]}])
    assert outcome(bystander_answer) == "accepted"
    describe_answer = ec2.call("describe_key_pairs", Filters=[{"Name": "key-name", "Values": [RUN + "-Z2ZF-key-name-raw"]}])
    assert sorted([text(one, "keyName") for one in items(describe_answer)]) == [RUN + "-Z2ZF-key-name-raw"]


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


def items(answer):
    """The key pairs of a description."""
    return read(answer).findall("{*}keySet/{*}item")
