import { atOnce, inTasks } from "./inTasks.ts";
import { createLabelBoxes, FULL, HIDDEN, isApart, type LabelBoxes } from "./labelBoxes.ts";
import { type LabelGround, type LabelPlace, type LabelView, NO_PLACE, placesOfLabels } from "./labelCosts.ts";
import { placeNames } from "./labelLayout.ts";

/** x, y on the plane of each label, and what their places cost together, in firms that are covered. */
export type LabelPlan = { readonly anchors: Float32Array; readonly cost: number };

/** A year that changes no size finds its labels where they were. */
const keptPlans = new WeakMap<LabelGround, Map<string, LabelPlan>>();
const MOST_KEPT = 4;

/**
 * Where labels cover as few firms, marks and lines as they can without touching each other, on their regions and near the heaps
 * of these; those of cities stay beside their slabs. `sizes` has the sizes of the labels, and the slabs of cities and the
 * anchors of their labels in this view. Nothing else that a plan depends on changes from year to year. Where the ground hears of
 * plans, labels stay at their anchors until theirs is made.
 */
export function labelPlan(ground: LabelGround, anchors: Float32Array, sizes: LabelBoxes, view: LabelView): LabelPlan {
  const boxes = withEqualValues(sizes, view.step);
  const kept = keptPlans.get(ground) ?? new Map<string, LabelPlan>();
  keptPlans.set(ground, kept);
  const key = [view.width, view.height, ...boxes.nameWidth, ...boxes.valueWidth].join();
  const plan = kept.get(key);
  if (plan) return plan;
  if (kept.size === MOST_KEPT) kept.clear();
  const steps = planLabels(ground, anchors, boxes, view);
  const keep = (made: LabelPlan) => {
    kept.set(key, made);
    return made;
  };
  if (ground.onPlanned === null) return keep(atOnce(steps));
  void inTasks(steps).then(keep).then(ground.onPlanned);
  return keep({ anchors, cost: 0 });
}

/** All values have room for the widest, so that one that gets another digit moves no label. */
function withEqualValues(sizes: LabelBoxes, step: number): LabelBoxes {
  const boxes = createLabelBoxes(sizes.x.length, [...sizes.discs.label]);
  for (const field of ["x", "y", "below", "nameWidth", "lineHeight"] as const) boxes[field].set(sizes[field]);
  for (const field of ["x", "y", "across", "up", "deep"] as const) boxes.discs[field].set(sizes.discs[field]);
  boxes.valueWidth.fill(step * Math.ceil(Math.max(...sizes.valueWidth) / step));
  for (const [label, width] of boxes.valueWidth.entries())
    boxes.fullWidth[label] = Math.max(boxes.nameWidth[label]!, width);
  return boxes;
}

/** Free pixels above and below a label; a nearer one, which a rising slab may move, costs as much as some firms. */
const SLACK = 3;
const NEAR = 4;
const MOST_ROUNDS = 4;
const MIXED_ORDERS = 12;

function* planLabels(
  ground: LabelGround,
  anchors: Float32Array,
  boxes: LabelBoxes,
  view: LabelView,
): Generator<void, LabelPlan> {
  const { insets, bySize, stages } = ground.layout;
  const cities = insets.map(({ region }) => region);
  const regions = bySize.filter((region) => !cities.includes(region));
  placeNames(boxes, cities, cities.length, view.width, view.height);
  const places = yield* placesOfLabels(ground, regions, boxes, view);

  const chosen = new Map<number, LabelPlace>();
  const costs = new Float32Array(boxes.x.length);
  /** Moves a label to its cheapest place among the others where they are now; false: there it stood. */
  const moves = (region: number): boolean => {
    const before = chosen.get(region);
    let best: LabelPlace | null = null;
    let least = NO_PLACE;
    boxes.shown[region] = HIDDEN;
    for (const place of places.get(region)!) {
      if (place.cost >= least) break;
      [boxes.x[region], boxes.y[region]] = [place.x, place.y];
      if (!isApart(boxes, region)) continue;
      const cost = place.cost + (isApart(boxes, region, SLACK) ? 0 : NEAR);
      if (cost >= least) continue;
      best = place;
      least = cost;
    }
    costs[region] = least;
    if (best === null) return chosen.delete(region);
    [boxes.x[region], boxes.y[region]] = [best.x, best.y];
    boxes.shown[region] = FULL;
    chosen.set(region, best);
    return best !== before;
  };

  const along = (axis: 0 | 1) => (a: number, b: number) => stages[a]!.label[axis] - stages[b]!.label[axis];
  const [fromWest, fromSouth] = [regions.toSorted(along(0)), regions.toSorted(along(1))];
  let plan: LabelPlan = { anchors, cost: Number.POSITIVE_INFINITY };
  // A bad start keeps its faults, so labels are placed in many orders.
  const mixed = Array.from({ length: MIXED_ORDERS }, (_, k) => {
    const rank = (region: number) => (7919 * region + 104729 * k) % 101; // primes: as good as by chance
    return regions.toSorted((a, b) => rank(a) - rank(b));
  });
  const byPlace = [fromWest, fromWest.toReversed(), fromSouth, fromSouth.toReversed()];
  for (const order of [regions.toReversed(), ...byPlace, ...mixed]) {
    yield;
    for (const region of regions) boxes.shown[region] = HIDDEN;
    chosen.clear();
    for (let round = 0; round < MOST_ROUNDS; round++) if (!order.map(moves).includes(true)) break;
    const cost = regions.reduce((sum, region) => sum + costs[region]!, 0);
    if (cost >= plan.cost) continue;
    plan = { anchors: anchors.slice(), cost };
    for (const [region, { at }] of chosen) plan.anchors.set(at, 2 * region);
  }
  return plan;
}
