/** The workers of the futures start and never answer: the page goes on with the future that it shows. */
export function silenceFutures() {
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(
        options?.name === "futures" ? URL.createObjectURL(new Blob([], { type: "text/javascript" })) : url,
        options,
      );
    }
  };
}
