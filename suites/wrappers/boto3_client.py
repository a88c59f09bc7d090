"""boto3's client, in the retry mode that its argument names."""

import sys

import boto3
from botocore.config import Config

import task


def main():
    client = boto3.client("ec2", config=Config(retries={"mode": sys.argv[1]}))
    request = {"KeyName": task.KEY_NAME, "PublicKeyMaterial": task.PUBLIC_KEY.encode()}
    if task.TAGS:
        tags = [{"Key": key, "Value": value} for key, value in task.TAGS.items()]
        request["TagSpecifications"] = [{"ResourceType": "key-pair", "Tags": tags}]
    if task.DRY_RUN:
        request["DryRun"] = True
    answer = client.import_key_pair(**request)
    task.tell(
        keyName=answer.get("KeyName"),
        keyPairId=answer.get("KeyPairId"),
        fingerprint=answer.get("KeyFingerprint"),
        tags={tag["Key"]: tag["Value"] for tag in answer.get("Tags", [])},
    )


task.run(main)
