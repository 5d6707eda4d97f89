// The outline of what stands for an entity: the shade of its colour that is seen on a light and on a dark page alike
// (contrast 3 to 1 at least, as WCAG 1.4.11 asks of what tells something), however pale or dark the colour is.

/** Lightest and darkest luminance of an outline. */
export const outlineRange = { darkest: 0.16, lightest: 0.25 } as const;
/** Width of an outline, in pixels. */
export const outlineWidth = 1.5;

const weights = [0.2126, 0.7152, 0.0722] as const;
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const gamma = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** The outline of a colour, both as #RRGGBB. */
export function outlineOf(colour: string): string {
  const lights = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const luminance = lights.reduce((sum, light, index) => sum + light * (weights[index] ?? 0), 0);
  const { darkest, lightest } = outlineRange;
  const shade = (light: number): number => {
    if (luminance > lightest) return (light * lightest) / luminance;
    if (luminance >= darkest) return light;
    // Towards white by as much as is wanting.
    return light + ((1 - light) * (darkest - luminance)) / (1 - luminance);
  };
  const hex = (light: number): string =>
    Math.round(gamma(shade(light)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${lights.map(hex).join("")}`;
}
