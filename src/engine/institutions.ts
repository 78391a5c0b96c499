import type { StudyData } from "#domain/studyData.ts";
import type { ParameterValues } from "#domain/parameters.ts";
import type { Population } from "./population.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { customerPoolMachine } from "./machines/customerPool.ts";
import { dataCentreMachine } from "./machines/dataCentre.ts";
import { educationMachine } from "./machines/education.ts";
import { investorMachine } from "./machines/investor.ts";
import { projectOfficeMachine } from "./machines/projectOffice.ts";
import { createPopulation } from "./population.ts";

const tables = {
  office: deriveMachineTable(projectOfficeMachine),
  education: deriveMachineTable(educationMachine),
  investors: deriveMachineTable(investorMachine),
  customers: deriveMachineTable(customerPoolMachine),
  dataCentres: deriveMachineTable(dataCentreMachine),
};

const RESEARCH_ORGANISATIONS = 3;
const INVESTORS = ["bank", "venture", "fund"] as const;
/** Rows of the investors. */
export const [BANK, VENTURE, FUND] = [0, 1, 2];

/** What a firm's project was paid with. */
export const NOT_FINANCED = 0;
export const BY_BANK = 1;
export const BY_FUND = 2;

/** Actors between firms and the state. Rows of education and customers: the regions, then research organisations or export. */
export type Institutions = {
  readonly office: Population<typeof projectOfficeMachine>;
  readonly education: Population<typeof educationMachine>;
  readonly investors: Population<typeof investorMachine>;
  readonly customers: Population<typeof customerPoolMachine>;
  readonly dataCentres: Population<typeof dataCentreMachine>;
  /** Stage of every large firm a year ago, from which outcomes of pilots are read. */
  readonly stageBefore: Uint8Array;
  /** 1 once the office has advised the firm. */
  readonly everServed: Uint8Array;
  readonly review: OfficeReview;
  /** 1 for a large firm that the office or a leader helps this year. */
  readonly advised: Uint8Array;
  /** 1 while a large firm has the undecided grant of a model factory. */
  readonly hasGrant: Uint8Array;
  /** Enterprises by region that got a grant, or took over a leader's solution, this year. */
  readonly granted: Float64Array;
  readonly taught: Float64Array;
  /** Who financed the project of a large firm that is undecided. */
  readonly financedBy: Uint8Array;
  /** Billion KZT that each investor gave this year. */
  readonly given: Float64Array;
  /** Complementors that a venture fund pays for, at the end of last year. */
  ventures: { growing: number; gone: number };
};

/** What the office has achieved since it opened (SM-7). */
export type OfficeReview = {
  pilotsDecided: number;
  pilotsIntegrated: number;
  additionalUsers: number;
  spent: number;
};

export function startInstitutions(data: StudyData, p: ParameterValues, large: number): Institutions {
  const regions = data.regions.length;
  const customers = createPopulation(tables.customers, regions + 1);
  customers.columns.share.fill(p.customersOnline);
  const dataCentres = createPopulation(tables.dataCentres, regions);
  const built = tables.dataCentres.leaves.indexOf("built");
  data.t18.data_centers_count.forEach((centres, r) => {
    if (centres > 0) dataCentres.states[r] = built;
    if (centres > 0) dataCentres.columns.use[r] = p.rackUse;
  });
  return {
    office: createPopulation(tables.office, 1),
    education: createPopulation(tables.education, regions + RESEARCH_ORGANISATIONS),
    investors: createPopulation(tables.investors, INVESTORS.length),
    customers,
    dataCentres,
    stageBefore: new Uint8Array(large),
    everServed: new Uint8Array(large),
    review: { pilotsDecided: 0, pilotsIntegrated: 0, additionalUsers: 0, spent: 0 },
    advised: new Uint8Array(large),
    hasGrant: new Uint8Array(large),
    granted: new Float64Array(regions),
    taught: new Float64Array(regions),
    financedBy: new Uint8Array(large),
    given: new Float64Array(INVESTORS.length),
    ventures: { growing: 0, gone: 0 },
  };
}

/** Names and regions of the actors, row by row; null: acts on the whole country. */
export function institutionIds({ regions }: StudyData) {
  const here = regions.map((_, r) => r);
  const of = (kind: string) => regions.map(({ id }) => `${kind}/${id}`);
  const research = Array.from({ length: RESEARCH_ORGANISATIONS }, (_, k) => `research/${k + 1}`);
  return {
    ids: {
      office: ["projectOffice"],
      education: [...of("education"), ...research],
      investors: INVESTORS.map((name) => `investor/${name}`),
      customers: [...of("customers"), "customers/export"],
      dataCentres: of("dataCentre"),
    },
    regions: {
      office: [null],
      education: [...here, ...research.map(() => null)],
      investors: INVESTORS.map(() => null),
      customers: [...here, null],
      dataCentres: here,
    },
  };
}
