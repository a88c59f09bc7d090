/** What an alteration may look at. */
export interface AlterationContext {
  /** Fingerprints by form, of the key that is asked for, and of another one. */
  readonly documentedFingerprint: string;
  readonly otherFingerprint: string;
}

/** The answer's XML in another form. */
export type Alteration = (xml: string, context: AlterationContext) => string;

const emptyTagSet = /<tagSet\/>|<tagSet>.*?<\/tagSet>/gs;
const tag = "<item><key>added-by-somebody</key><value>else</value></item>";

/** Alterations of answers that the contract allows AWS: whoever reads answers must bear each of them. */
const legal = {
  "tag-set-absent": (xml) => xml.replace(emptyTagSet, ""),
  "tag-set-empty": (xml) => xml.replace("<tagSet/>", "<tagSet></tagSet>"),
  reordered: (xml) =>
    xml
      .replace(
        /(<keyName>.*?<\/keyName>)(<keyPairId>.*?<\/keyPairId>)(<keyFingerprint>.*?<\/keyFingerprint>)/s,
        "$3$2$1",
      )
      .replace(
        /(<keyPairId>.*?<\/keyPairId>)(<keyFingerprint>.*?<\/keyFingerprint>)(<keyName>.*?<\/keyName>)/s,
        "$3$1$2",
      )
      .replace(/(<requestId>.*?<\/requestId>)(.*)(<\/\w+Response>)/s, "$2$1$3"),
  "extra-elements": (xml) => xml.replace(/<keyFingerprint>/g, "<keyState><name>new</name></keyState><keyFingerprint>"),
  "white-space": (xml) => xml.replace(/></g, ">\n    <"),
  "no-declaration": (xml) => xml.replace(/^<\?xml.*?\?>\s*/, ""),
  "unknown-tags": (xml) => xml.replace("</item></tagSet>", `</item>${tag}</tagSet>`),
  "tags-reversed": (xml) =>
    xml.replace(/<tagSet>(.*?)<\/tagSet>/gs, (_, items: string) => {
      const each = items.match(/<item>.*?<\/item>/gs) ?? [];
      return `<tagSet>${each.reverse().join("")}</tagSet>`;
    }),
  "fingerprint-documented": (xml, { documentedFingerprint }) =>
    xml.replace(/<keyFingerprint>.*?<\/keyFingerprint>/g, `<keyFingerprint>${documentedFingerprint}</keyFingerprint>`),
  "namespace-without-slash": (xml) => xml.replace(/xmlns="([^"]*)\/"/, 'xmlns="$1"'),
  "key-type-absent": (xml) => xml.replace(/<keyType>.*?<\/keyType>/g, ""),
} satisfies Record<string, Alteration>;

/** Alterations that no answer of AWS has: a wrapper may notice them. */
const illegal = {
  "other-name": (xml) => xml.replace(/<keyName>.*?<\/keyName>/g, "<keyName>somebody-elses</keyName>"),
  "no-id": (xml) => xml.replace(/<keyPairId>.*?<\/keyPairId>/g, ""),
  "other-fingerprint": (xml, { otherFingerprint }) =>
    xml.replace(/<keyFingerprint>.*?<\/keyFingerprint>/g, `<keyFingerprint>${otherFingerprint}</keyFingerprint>`),
  "other-tags": (xml) => xml.replace(emptyTagSet, `<tagSet>${tag}</tagSet>`),
  "no-code": (xml) => xml.replace(/<Code>.*?<\/Code>/g, ""),
} satisfies Record<string, Alteration>;

/** What an untagged import is answered with unless a scenario says otherwise: of two legal forms the one that harms less. */
export const usualForm: Alteration = (xml) =>
  xml.includes("<tagSet") ? xml : xml.replace("</ImportKeyPairResponse>", "<tagSet/></ImportKeyPairResponse>");

export const alterations: Readonly<Record<string, Alteration>> = { ...legal, ...illegal };
