/** A fresh key that no entry of the corpus has, for cases that must be alone with their key. */
export const soloKey = "rsa-1024-z";
