"""CloudBridge's key pairs on AWS. Its interface knows no tags and no dry run."""

from cloudbridge.factory import CloudProviderFactory, ProviderList

import task


def main():
    provider = CloudProviderFactory().create_provider(
        ProviderList.AWS,
        {
            "aws_access_key": task.ACCESS_KEY,
            "aws_secret_key": task.SECRET_KEY,
            "aws_region_name": task.REGION,
            "aws_zone_name": f"{task.REGION}a",
            "ec2_endpoint_url": task.ENDPOINT,
            "ec2_is_secure": False,
        },
    )
    pair = provider.security.key_pairs.create(task.KEY_NAME, public_key_material=task.PUBLIC_KEY)
    task.tell(keyName=pair.name)


task.run(main)
