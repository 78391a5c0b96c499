import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { BLOCK } from "./blocks.ts";
import { supplierMachine } from "./machines/supplier.ts";
import { CO_CREATING, isPlatformMember } from "./memberStates.ts";

/** Determinants of T27 in its order; the place of each in the arrays below. */
const DETERMINANTS = 12;
const [
  SCALABILITY,
  MODULARITY,
  INTEROPERABILITY,
  CUSTOMISABILITY,
  TRAINING,
  AUTOMATION,
  REAL_TIME,
  SUPPLY_CHAIN,
  ENERGY,
  TWINS,
  SECURITY,
  COLLABORATION,
] = Array.from({ length: DETERMINANTS }, (_, k) => k);

/**
 * Processes of T25, the determinants that each leans on, and the readiness block by whose value an enterprise runs it
 * (both assumptions: the study lists processes and determinants, not their ties).
 */
const PROCESSES = [
  { block: BLOCK.PROD, needs: [AUTOMATION, REAL_TIME, TWINS, INTEROPERABILITY] }, // production, quality
  { block: BLOCK.MTE, needs: [SCALABILITY, MODULARITY, ENERGY, SECURITY] }, // resources, maintenance
  { block: BLOCK.STRSDE, needs: [CUSTOMISABILITY, TRAINING, SECURITY] }, // strategy, risk, finance, personnel
  { block: BLOCK.MONCONTR, needs: [TWINS, COLLABORATION, MODULARITY] }, // research, new products: closest to its tools
  { block: BLOCK.SCM, needs: [SUPPLY_CHAIN, INTEROPERABILITY, COLLABORATION] }, // supply chain
];
/** Blocks whose gaps are the barriers of T27: old equipment, cost (free cash), scattered data, skills. */
const EQUIPMENT = BLOCK.MTE;
const DATA = BLOCK.MONCONTR;
const SKILLS = BLOCK.PERS;
/** Sustainability and energy, automation, and real-time data of a platform without the mechanism (assumptions: nothing else moves them). */
const ENERGY_SCORE = 0.5;
const AUTOMATION_SCORE = 0.5;
const REAL_TIME_SCORE = 0.5;
/** Training share of ICT spending at which user training is complete (preset training-budget). */
const TRAINING_OF_A_PRESET = 0.05;
/** Complementors with which a platform can be fitted to anyone. */
const COMPLEMENTORS_FOR_ANYONE = 20;
/** Suppliers in these states are tied in electronically (SM-6). */
const [PROCUREMENT, SUPPLIER_INTEGRATED] = ["eProcurement", "integrated"].map((state) =>
  Object.keys(supplierMachine.states).indexOf(state),
);

/**
 * Section 12: how well a platform fits each member, 0 to 1, and what that does to its pilots: 1 - spread + 2 spread fit. The
 * determinants come from the platform's state this year, their weights from the processes that the member runs, and the
 * four barriers of the member lower the result.
 */
export function fitPlatforms(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, members, coreOf, platforms, parameters: p } = ecosystem;
  const { fit, pilotFactor } = platforms;
  fit.fill(0);
  pilotFactor.fill(1);
  if (ecosystem.off.has("platformFit")) return;
  const cores = platforms.value.length;
  const supplies = processSupplies(ecosystem, plan);
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    let wanted = 0;
    let met = 0;
    for (let k = 0; k < PROCESSES.length; k++) {
      const weight = agents.blocks[PROCESSES[k].block][i];
      wanted += weight;
      met += weight * supplies[k * cores + coreOf[i]];
    }
    const cash = p.freeCashShare * agents.output[i];
    const costly = Math.min(1, agents.projectCost[i] / Math.max(cash, 1e-9));
    const blocks = agents.blocks;
    const barriers = (1 - blocks[EQUIPMENT][i] + costly + (1 - blocks[DATA][i]) + (1 - blocks[SKILLS][i])) / 4;
    fit[i] = (met / wanted) * (1 - p.fitBarriers * barriers);
    pilotFactor[i] = 1 - p.fitSpread + 2 * p.fitSpread * fit[i];
  }
}

/** How well each platform serves each process: mean of its determinants, by process and core. */
function processSupplies(ecosystem: Ecosystem, plan: YearPlan): Float64Array {
  const cores = ecosystem.platforms.value.length;
  const supplies = new Float64Array(PROCESSES.length * cores);
  for (let c = 0; c < cores; c++) {
    const scores = determinants(ecosystem, plan, c);
    PROCESSES.forEach(({ needs }, k) => {
      supplies[k * cores + c] = needs.reduce((total, need) => total + scores[need], 0) / needs.length;
    });
  }
  return supplies;
}

/** The twelve determinants of T27 for the platform of a core, each in [0, 1] (readings are assumptions). */
function determinants(ecosystem: Ecosystem, plan: YearPlan, core: number): Float64Array {
  const { agents, members, suppliers, coreOf, platforms, live } = ecosystem;
  const openness = plan.levers.openness[0];
  const inner = live.mechanism.getSnapshot().context;
  let count = 0;
  let coCreating = 0;
  let procuring = 0;
  let twins = 0;
  for (let i = 0; i < agents.large; i++) {
    if (coreOf[i] !== core || !isPlatformMember(members.states[i])) continue;
    count += 1;
    if (members.states[i] === CO_CREATING) coCreating += 1;
    if (suppliers.states[i] === PROCUREMENT || suppliers.states[i] === SUPPLIER_INTEGRATED) procuring += 1;
    twins += agents.blocks[BLOCK.PROD][i];
  }
  const { context } = live.providers[core].getSnapshot();
  const each = 1 / Math.max(1, count);
  const scores = new Float64Array(DETERMINANTS);
  scores[SCALABILITY] = context.capacity > 0 ? Math.max(0, 1 - count / (2 * context.capacity)) : 0;
  scores[MODULARITY] = openness;
  scores[INTEROPERABILITY] = Math.max(openness, plan.levers.digitalCode[0], inner.openApi);
  scores[CUSTOMISABILITY] = Math.min(1, platforms.complementors[core] / COMPLEMENTORS_FOR_ANYONE);
  scores[TRAINING] = Math.max(
    inner.training,
    Math.min(1, plan.levers.trainingShare[live.cores[core].region] / TRAINING_OF_A_PRESET),
  );
  scores[AUTOMATION] = Math.max(AUTOMATION_SCORE, inner.automation);
  scores[REAL_TIME] = context.uptime * (REAL_TIME_SCORE + (1 - REAL_TIME_SCORE) * inner.monitoring);
  scores[SUPPLY_CHAIN] = procuring * each;
  scores[ENERGY] = ENERGY_SCORE;
  scores[TWINS] = twins * each;
  scores[SECURITY] = Math.max(context.security, inner.cyberProtection);
  scores[COLLABORATION] = coCreating * each;
  return scores;
}
