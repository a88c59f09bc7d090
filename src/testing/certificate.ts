/** An X.509 certificate, of an ECDSA key that was thrown away: base64 of its DER. */
const base64 =
  "MIIBhTCCASugAwIBAgIUD6w7ssZiFVVcntkq5cHKkNR6Iz0wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMZWMyLWNvbnRyYWN0MCAX" +
  "DTI2MTEyOTEwMDcyMFoYDzIxMjYxMTA1MTAwNzIwWjAXMRUwEwYDVQQDDAxlYzItY29udHJhY3QwWTATBgcqhkjOPQIBBggqhkjO" +
  "PQMBBwNCAASaEJoCUFUzikPWABt5o5P05Dn+nCSimOIaX3WkRwDy/lKPnnjO1Vt961xHl8f8IVfPZNxLYVxWZ/AXWdOAzoJco1Mw" +
  "UTAdBgNVHQ4EFgQUoCAIpE8/R3lhLPAiW/rAT9Zsd8YwHwYDVR0jBBgwFoAUoCAIpE8/R3lhLPAiW/rAT9Zsd8YwDwYDVR0TAQH/" +
  "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAmJmoCUoBmdPHavD3/JIX4XM2BGiebxLzsPo6svt8xuACIDMOIBC+DprrVB6eQZuj" +
  "lvD6IiblWV9pnUeYj1kn+6DT";

export const certificateInDer: Uint8Array = Buffer.from(base64, "base64");
export const certificateInPem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
