/** Made by scripts/generate.ts from spec/import-key-pair.openapi.yaml: do not edit, run "npm run generate". */

export interface paths {
    "/#ImportKeyPair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportKeyPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/#DescribeKeyPairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DescribeKeyPairs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/#DeleteKeyPair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DeleteKeyPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ImportKeyPairRequest: {
            /** @description A unique name for the key pair. Up to 255 ASCII characters, without leading or trailing spaces. */
            KeyName: string & (string);
            /** @description The public key. On the wire the base64 of the key's text; the limit was seen to apply to it, but not whether it counts the characters of the text or of its base64. */
            PublicKeyMaterial: string;
            /** @description The tags to apply to the imported key pair. */
            TagSpecifications?: components["schemas"]["TagSpecification"][];
            /** @description Checks the permissions for the action, without actually making the request. */
            DryRun?: boolean;
        };
        TagSpecification: {
            /**
             * @description The type of resource to tag on creation.
             * @enum {string}
             */
            ResourceType: "key-pair";
            /** @description The tags to apply to the resource. */
            Tags: components["schemas"]["Tag"][];
        };
        Tag: {
            /** @description The key of the tag, case-sensitive, a maximum of 127 Unicode characters, not beginning with "aws:". */
            Key?: string;
            /** @description The value of the tag, case-sensitive, a maximum of 256 Unicode characters; may be empty. */
            Value?: string;
        };
        ImportKeyPairResult: {
            KeyFingerprint?: string;
            KeyName?: string;
            KeyPairId?: string;
            Tags?: components["schemas"]["Tag"][];
        };
        DescribeKeyPairsRequest: {
            KeyNames?: string[];
            KeyPairIds?: string[];
            Filters?: components["schemas"]["Filter"][];
            IncludePublicKey?: boolean;
            DryRun?: boolean;
        };
        Filter: {
            Name?: string;
            Values?: string[];
        };
        DescribeKeyPairsResult: {
            KeyPairs?: components["schemas"]["KeyPairInfo"][];
        };
        KeyPairInfo: {
            KeyPairId?: string;
            /** @enum {string} */
            KeyType?: "rsa" | "ed25519";
            Tags?: components["schemas"]["Tag"][];
            PublicKey?: string;
            /** Format: date-time */
            CreateTime?: string;
            KeyName?: string;
            KeyFingerprint?: string;
        };
        DeleteKeyPairRequest: {
            KeyName?: string;
            KeyPairId?: string;
            DryRun?: boolean;
        };
        DeleteKeyPairResult: {
            Return?: boolean;
            KeyPairId?: string;
        };
        /** @description Root `Response`, then Errors > Error > Code and Message, then RequestID. */
        ErrorResponse: {
            Errors: {
                Code: string;
                Message: string;
            }[];
            RequestID: string;
        };
    };
    responses: {
        /** @description The request was refused. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/xml": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ImportKeyPair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ImportKeyPairRequest"];
            };
        };
        responses: {
            /** @description The key pair was imported. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": components["schemas"]["ImportKeyPairResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DescribeKeyPairs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DescribeKeyPairsRequest"];
            };
        };
        responses: {
            /** @description The key pairs that were asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": components["schemas"]["DescribeKeyPairsResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DeleteKeyPair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DeleteKeyPairRequest"];
            };
        };
        responses: {
            /** @description The key pair is gone, or never was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": components["schemas"]["DeleteKeyPairResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
