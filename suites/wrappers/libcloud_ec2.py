"""Apache Libcloud's EC2 driver, with its own signer and XML reader. It knows no tags and no dry run of an import."""

from libcloud.compute.providers import get_driver
from libcloud.compute.types import Provider

import task


def main():
    driver = get_driver(Provider.EC2)(
        task.ACCESS_KEY, task.SECRET_KEY, region=task.REGION, host=task.HOST, port=task.PORT, secure=False
    )
    pair = driver.import_key_pair_from_string(name=task.KEY_NAME, key_material=task.PUBLIC_KEY)
    task.tell(keyName=pair.name, fingerprint=pair.fingerprint)


task.run(main)
