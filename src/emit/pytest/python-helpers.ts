import type { Report } from "../../report/report.ts";
import { dummyCredentials } from "../../target/target.ts";
import { pythonLiteral } from "./python-text.ts";

/** The imports, as far as the rest needs them, and what is fixed. */
export function beginningOf({ run }: Report, rest: string): readonly string[] {
  const [region = "us-east-1", second = region] = run.regions;
  const length = run.id.length - "ec2c-".length;
  const { accessKeyId, secretAccessKey } = dummyCredentials;
  const standard = ["base64", "datetime", "os", "re", "secrets"].filter(
    (name) => rest.includes(`${name}.`) || ["os", "secrets"].includes(name),
  );
  const sends = rest.includes("AWSRequest(");
  return [
    ...standard.map((name) => `import ${name}`),
    "from xml.etree import ElementTree",
    "",
    "import boto3",
    "import pytest",
    ...(sends ? ["from botocore.auth import SigV4Auth", "from botocore.awsrequest import AWSRequest"] : []),
    "from botocore.config import Config",
    ...(sends ? ["from botocore.credentials import Credentials"] : []),
    "from botocore.exceptions import BotoCoreError, ClientError",
    ...(sends ? ["from botocore.httpsession import URLLib3Session"] : []),
    "from botocore.parsers import ResponseParserError",
    "",
    `REGIONS = [${pythonLiteral(region)}, ${pythonLiteral(second)}]`,
    `KEY_ID = os.environ.get("EC2_ACCESS_KEY_ID", ${pythonLiteral(accessKeyId)})`,
    `SECRET = os.environ.get("EC2_SECRET_ACCESS_KEY", ${pythonLiteral(secretAccessKey)})`,
    "# In each name, so that no run meets what another left.",
    `RUN = "ec2c-" + secrets.token_hex(32)[:${length}]`,
  ];
}

/** Where the test finds the emulator. @param server statements that yield its URL where nobody names one. */
export function endpointFixture(server: string): string {
  return `@pytest.fixture
def endpoint():
    if "EC2_ENDPOINT" in os.environ:
        yield os.environ["EC2_ENDPOINT"]
        return
${server
  .trim()
  .split("\n")
  .map((line) => (line === "" ? "" : `    ${line}`))
  .join("\n")}


@pytest.fixture
def ec2(endpoint):
    client = EC2(endpoint)
    yield client
    client.clean_up()
`;
}

/** How the test speaks with an emulator by boto3. */
export const callHelper = `class Answer:
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
`;

/** What boto3 does not say. */
export const sendHelper = `
    def send(self, method="POST", query="", body="", content_type=FORM, signed=True, region=REGIONS[0]):
        """Sends a request as it is."""
        url = self.endpoint.replace("{region}", region) + ("?" + query if query else "")
        headers = {"content-type": content_type}
        request = AWSRequest(method, url, headers, body if method == "POST" else None)
        if signed:
            SigV4Auth(Credentials(KEY_ID, SECRET), "ec2", region).add_auth(request)
        response = URLLib3Session().send(request.prepare())
        return self.keep(Answer(response.status_code, response.headers, response.content), region)
`;

/** How the test reads answers. */
export const readHelper = `def read(answer):
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
    found = re.search(r'<Code>([^<]*)</Code>|"(?:__type|code)"\\s*:\\s*"([^"]*)"', answer.body, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def outcome(answer):
    """Either "accepted", or the code of the refusal, or what else it was."""
    refusal = re.sub(r"^(Client|Server)\\.", "", code(answer).strip())
    if refusal:
        return refusal
    if answer.status < 300 and re.search("(Response|Result)$", name_of(read(answer))):
        return "accepted"
    return f"HTTP {answer.status}: {answer.body[:80]}"
`;

/** Further helpers, each with the word that a test uses where it needs it. */
export const furtherPythonHelpers: Readonly<Record<string, string>> = {
  "namespace(": `def namespace(answer):
    found = re.match("{(.*)}", read(answer).tag)
    return found[1].rstrip("/") if found else ""
`,
  "paths(": `def paths(root):
    """The paths of all elements."""
    below = [f"{name_of(root)}/{path}" for child in root for path in paths(child)]
    return [name_of(root), *below]
`,
  "request_id(": `def request_id(answer):
    return text(answer, "requestId") or text(answer, "RequestID")
`,
  "items(": `def items(answer):
    """The key pairs of a description."""
    return read(answer).findall("{*}keySet/{*}item")
`,
  "item_of(": `def item_of(answer, name):
    """The key pair of that name in a description."""
    found = [one for one in items(answer) if text(one, "keyName") == name]
    assert found, f"the description has no {name}: {answer.body[:200]}"
    return found[0]
`,
  "tags(": `def tags(found):
    """Tags as "key=value"."""
    root = read(found) if isinstance(found, Answer) else found
    return [text(tag, "key") + "=" + text(tag, "value") for tag in root.findall("{*}tagSet/{*}item")]
`,
  "distance_to_now(": `def distance_to_now(time):
    """Milliseconds."""
    then = datetime.datetime.fromisoformat(time.replace("Z", "+00:00"))
    return abs((then - datetime.datetime.now(datetime.timezone.utc)).total_seconds()) * 1000
`,
};
