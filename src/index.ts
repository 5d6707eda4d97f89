// What the package gives to other programs.
export {
  type CompiledRequest,
  type CompileRequestOptions,
  compileRequest,
  type RequestStep,
} from "./api/compile-request.ts";
export { readSettings, type Settings } from "./config.ts";
export { type ErrorCode, IndustryGraphError, isIndustryGraphError } from "./errors.ts";
export { type LoadOptions, type LoadReport, loadFolder } from "./load/load.ts";
export { type RunningServer, type ServerOptions, startServer } from "./server.ts";
export { openStore } from "./store/open.ts";
export type { GraphStore } from "./store/port.ts";
