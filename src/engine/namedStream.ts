import seedrandom from "seedrandom";

/** A sequential stream for set-up work (designs, samples of parameters): 32 bits a call, 53 by `.double()`. */
export function namedStream(seed: string, replicate: number, name: string): seedrandom.PRNG {
  return seedrandom.alea(`${seed}/${replicate}/${name}`);
}
