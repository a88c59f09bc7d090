export { type ScopeOptions, scope } from "./mock/nock.ts";
