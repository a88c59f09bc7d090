export { type HandlersOptions, handlers } from "./mock/msw.ts";
