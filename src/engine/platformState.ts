/** What the platforms of the cores look like, one entry a core; written once a year by platformPhase.ts. */
export type Platforms = {
  /** V of EQ-9 at the end of last year, 0 while the platform does not run. */
  readonly value: Float64Array;
  /** Members at the end of last year, in enterprises. */
  readonly members: Float64Array;
  /** Complementors and connected ICT firms that the members of the platform can use. */
  readonly complementors: Float64Array;
  /** Fee as a share of a member's ICT spending, and fees received last year, billion KZT. */
  readonly feeRate: Float64Array;
  readonly fees: Float64Array;
  /** What membership was worth last year to all members less fee and integration, billion KZT. */
  readonly memberValue: Float64Array;
  /** Money of last year over running cost (SM-4). */
  readonly funding: Float64Array;
  /** Parts of links through keystones, and of output by dominators and by hub landlords, in [0, 1]. */
  readonly keystones: Float64Array;
  readonly dominators: Float64Array;
  readonly landlords: Float64Array;
  /** One entry a large or medium manufacturer. */
  readonly role: Uint8Array;
  /** Fit of its platform in [0, 1]; 0 outside. */
  readonly fit: Float64Array;
  /** Factors on pilot success, on the cost of its projects and on its output; 1 where nothing acts. */
  readonly pilotFactor: Float64Array;
  readonly costFactor: Float64Array;
  readonly outputFactor: Float64Array;
  /** 1 if a breach hit the firm last year; the incidents of a year write it, the next year reads it. */
  readonly breached: Uint8Array;
  /** One entry a complementor: region it sits in, class of outside resources (T36), and platforms it offers on, as bits. */
  readonly complementorRegion: Uint8Array;
  readonly complementorClass: Uint8Array;
  readonly offersOn: Uint8Array;
  /** One entry a region: platforms that its ICT service firm is tied to, as bits; its class of T36 is the region's number modulo 13. */
  readonly serviceConnected: Uint8Array;
  /** What the support of a core costs over the usual: acquisition is dearer. */
  supportFactor: number;
  /** Factor of the life cycle on every V (SM-14). */
  stageFactor: number;
  /** Ties of members that stay on their platform, of all their ties. */
  linkDensity: number;
  /** Classes of outside resources (T36) in use, of 13; SuperApp of last year. */
  classesConnected: number;
  superAppLastYear: number;
  /** The mechanism (SM-15): factor on V, factor on members' costs; quality Q and limits L. */
  interconnection: number;
  operatingCost: number;
  mechanismQuality: number;
  mechanismLimits: number;
};

/** Roles of a member (section 12), coded by their place; `none` outside a platform. */
export const MEMBER_ROLES = ["none", "keystone", "dominator", "hubLandlord", "niche"] as const;

export function createPlatforms(cores: number, firms: number, complementors: number, regions: number): Platforms {
  const perCore = () => new Float64Array(cores);
  return {
    value: perCore(),
    members: perCore(),
    complementors: perCore(),
    feeRate: perCore(),
    fees: perCore(),
    memberValue: perCore(),
    funding: perCore().fill(1),
    keystones: perCore(),
    dominators: perCore(),
    landlords: perCore(),
    role: new Uint8Array(firms),
    fit: new Float64Array(firms),
    pilotFactor: new Float64Array(firms).fill(1),
    costFactor: new Float64Array(firms).fill(1),
    outputFactor: new Float64Array(firms).fill(1),
    breached: new Uint8Array(firms),
    complementorRegion: new Uint8Array(complementors),
    complementorClass: new Uint8Array(complementors),
    offersOn: new Uint8Array(complementors),
    serviceConnected: new Uint8Array(regions),
    supportFactor: 1,
    stageFactor: 1,
    linkDensity: 0,
    classesConnected: 0,
    superAppLastYear: 0,
    interconnection: 1,
    operatingCost: 1,
    mechanismQuality: 0,
    mechanismLimits: 0,
  };
}
