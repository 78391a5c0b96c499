/** Comlink ships its adapter for Node's threads without types. */
declare module "comlink/dist/esm/node-adapter.mjs" {
  import type { Endpoint } from "comlink";
  import type { MessagePort, Worker } from "node:worker_threads";

  export default function nodeEndpoint(thread: MessagePort | Worker): Endpoint;
}
