// What the slider of a threshold goes by: from where to where, and in which steps.

export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Units of what comes in whole numbers only. */
const whole: ReadonlySet<string> = new Set(["count", "rank", "year"]);

/** Steps that one slider has at the least, where its unit allows. */
const fewest = 40;

const divides = (step: number, value: number): boolean => {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
};

/** The largest of 1, 2, 5, 10 and so on, up to a size, of which the threshold as it stands is a multiple. */
function roundStep(stands: number, largest: number, least: number): number | undefined {
  const top = Math.floor(Math.log10(largest));
  for (let power = top; power > top - 4; power -= 1)
    for (const digit of [5, 2, 1]) {
      const step = power < 0 ? digit / 10 ** -power : digit * 10 ** power;
      if (step >= least && step <= largest && divides(step, stands)) return step;
    }
  return undefined;
}

/** A slider round a threshold: what is counted moves by whole numbers, all else by round ones. */
export function sliderOf(stands: number, unit: string | null | undefined): Slider {
  const isWhole = unit != null && whole.has(unit) && Number.isInteger(stands);
  // More than the whole is no share. A threshold that lies beyond is one of growth.
  const ceiling = unit === "per cent" && Math.abs(stands) <= 100 ? 100 : Number.POSITIVE_INFINITY;
  const size = Math.min(Math.max(Math.abs(stands) * 3, 10), ceiling);
  const least = isWhole ? 1 : 0;
  const step = roundStep(stands, Math.max(size / fewest, least), least) ?? size / 60;
  // A browser reckons steps from the lowest value: it must be a multiple too.
  const most = Math.ceil(size / step - 1e-6) * step;
  return stands < 0 ? { min: -most, max: 0, step } : { min: 0, max: most, step };
}
