export { handlers, type HandlersOptions } from "./mock/msw.ts";
