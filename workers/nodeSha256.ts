import { createHash } from "node:crypto";

/** SHA-256 of Node in the shape of `@noble/hashes`, which threads of the command line use in its place: a fortieth of a run. */
export const sha256 = Object.assign((bytes: Uint8Array): Uint8Array => sha256.create().update(bytes).digest(), {
  create: () => {
    const hash = createHash("sha256");
    const chain = {
      update: (bytes: Uint8Array) => {
        hash.update(bytes);
        return chain;
      },
      digest: () => new Uint8Array(hash.digest()),
    };
    return chain;
  },
});
