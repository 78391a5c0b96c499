import { exp } from "#domain/portableMath.ts";

/**
 * Scaled complementary error function exp(x²) erfc(x) for x >= 0, which neither underflows nor cancels; relative error below
 * 5e-16. Rational approximations of erf and of erfc without its exponential (FreeBSD msun, Sun Microsystems 1993); from 28
 * upwards the asymptotic series.
 */
export function erfcx(x: number): number {
  if (x < 0) throw new RangeError(`x must not be negative, got ${x}`);
  const square = x * x;
  if (x < 0.84375) {
    const excess = x * (polynomial(nearZeroTop, square) / polynomial(nearZeroBottom, square));
    return exp(square) * (x < 0.25 ? 1 - (x + excess) : 0.5 - (excess + (x - 0.5)));
  }
  if (x < 1.25) return exp(square) * (aroundOne - polynomial(nearOneTop, x - 1) / polynomial(nearOneBottom, x - 1));
  const inverse = 1 / square;
  if (x < 1 / 0.35) return exp(-0.5625 + polynomial(middleTop, inverse) / polynomial(middleBottom, inverse)) / x;
  if (x < 28) return exp(-0.5625 + polynomial(tailTop, inverse) / polynomial(tailBottom, inverse)) / x;
  let series = 1;
  for (let term = 6; term >= 1; term--) series = 1 - (term - 0.5) * inverse * series;
  return (inverseSqrtPi * series) / x;
}

/** Coefficients from the constant upwards. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) value = value * x + coefficients[power];
  return value;
}

const inverseSqrtPi = 0.5641895835477563;
/** erfc(1) but for a small rest, which the approximation around one holds. */
const aroundOne = 1 - 0.8450629115104675;

// biome-ignore format: coefficients of msun, a polynomial each
const nearZeroTop = [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -0.000023763016656650163];
// biome-ignore format: as above
const nearZeroBottom = [1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -0.000003960228278775368];
// biome-ignore format: as above
const nearOneTop = [-0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
  -0.11089469428239668, 0.035478304325618236, -0.002166375594868791];
// biome-ignore format: as above
const nearOneBottom = [1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164,
  0.01363708391202905, 0.011984499846799107];
// biome-ignore format: as above
const middleTop = [-0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006,
  -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145];
// biome-ignore format: as above
const middleBottom = [1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679,
  429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581];
// biome-ignore format: as above
const tailTop = [-0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192,
  -637.5664433683896, -1025.0951316110772, -483.5191916086514];
// biome-ignore format: as above
const tailBottom = [1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955,
  2553.0504064331644, 474.52854120695537, -22.44095244658582];
