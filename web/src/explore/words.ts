// Which words of a picture are shown: names and relations that would lie over others wait until there is room, which
// nearness, hovering or a closer look gives. Plain geometry in pixels; knows nothing of what draws.

/** Where an entity lies on the screen, and how large it is there. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** An entity as it lies on the screen. */
export interface Disc extends Place {
  readonly id: string;
  readonly name: string;
  /** Those that stand out come first: their names are always shown. */
  readonly stands: boolean;
}

/** A relation as it lies on the screen. */
export interface Span {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** Those that stand out come before others. */
  readonly stands: boolean;
  /** How far its middle lies beside the straight line, in lengths of the line; to the left of its direction. */
  readonly bend: number;
}

export interface Sizes {
  /** Height of names of entities, and of relations. */
  readonly name: number;
  readonly relation: number;
}

/** Side of a cell, and what tells columns of cells apart in one number. */
const cell = 6;
const column = 2 ** 20;

/** Width of a text, as near as is needed: a Chinese character is as wide as it is high, others about half. */
export function widthOf(text: string, height: number): number {
  let width = 0;
  for (const character of text) width += character > "\u2e7f" ? height : height * 0.58;
  return width;
}

/** A sheet divided into cells, each taken by one thing at the most. */
function newSheet() {
  const taken = new Map<number, string>();
  /** Cells of a box about a middle, turned by an angle. */
  const cellsOf = (x: number, y: number, width: number, height: number, angle: number): Set<number> => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const cells = new Set<number>();
    const half = { width: width / 2, height: height / 2 };
    // Along the rows no cell is passed over at full steps; across them some would be.
    const step = angle === 0 ? cell : cell / 2;
    for (let along = -half.width; ; along = Math.min(half.width, along + step)) {
      for (let across = -half.height; ; across = Math.min(half.height, across + step)) {
        const [px, py] = [x + along * cos - across * sin, y + along * sin + across * cos];
        cells.add(Math.floor(px / cell) * column + Math.floor(py / cell));
        if (across >= half.height) break;
      }
      if (along >= half.width) break;
    }
    return cells;
  };
  return {
    cellsOf,
    /** Whether nothing lies there but what is passed over. */
    free: (cells: Iterable<number>, passed: (owner: string) => boolean = () => false): boolean => {
      for (const one of cells) {
        const owner = taken.get(one);
        if (owner !== undefined && !passed(owner)) return false;
      }
      return true;
    },
    take: (cells: Iterable<number>, owner: string): void => {
      for (const one of cells) taken.set(one, owner);
    },
  };
}

/** The angle of a direction, turned so that words along it do not stand on their heads. */
export function uprightAngle(dx: number, dy: number): number {
  const angle = Math.atan2(dy, dx);
  return Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
}

/** What lies between the rims of two discs, with room for an arrow; undefined where a text is too long for it. */
function placeOf(span: Span, from: Disc, to: Disc, width: number) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length - from.radius - to.radius - 10 < width) return undefined;
  return {
    x: (from.x + to.x) / 2 + dy * span.bend,
    y: (from.y + to.y) / 2 - dx * span.bend,
    angle: uprightAngle(dx, dy),
  };
}

/** The sides of an entity at which its name may stand, the first that has room being taken. */
export const sides = ["right", "left", "below", "above"] as const;
export type Side = (typeof sides)[number];

/** Of more entities than these, names stand at the first side only: most have no room at any. */
const many = 1_000;

/** What is seen of the picture: a name stands where it is not cut off, if it can. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a name at a side of its entity. */
export function nameAt({ x, y, radius }: Place, side: Side, width: number, height: number) {
  const along = radius + 4 + width / 2;
  const across = radius + 3 + height / 2;
  if (side === "right" || side === "left") return { x: side === "right" ? x + along : x - along, y };
  return { x, y: side === "below" ? y + across : y - across };
}

const isWithin = (x: number, y: number, width: number, height: number, window: Window): boolean =>
  Math.abs(x - window.left - window.width / 2) <= (window.width - width) / 2 &&
  Math.abs(y - window.top - window.height / 2) <= (window.height - height) / 2;

/** In a crowd those that tell where one is are named though smaller ones lie below their names: so many at the most. */
const landmarks = { crowd: 60, most: 24, larger: 1.4 } as const;

/** The entities by which one finds one's way in a crowd: those that are much larger than most. */
function landmarksOf(largerFirst: readonly Disc[]): ReadonlySet<string> {
  const middle = largerFirst[Math.floor(largerFirst.length / 2)];
  if (middle === undefined || largerFirst.length < landmarks.crowd) return new Set();
  const large = largerFirst.filter(({ radius }) => radius >= middle.radius * landmarks.larger);
  return new Set(large.slice(0, landmarks.most).map(({ id }) => id));
}

export interface Words {
  /** At which side of each entity its name stands. */
  readonly names: ReadonlyMap<string, Side>;
  readonly relations: ReadonlySet<string>;
}

/**
 * The words that are shown: no two lie over each other, and none lies over an entity that it is not about, except that
 * landmarks of a crowd have theirs over smaller ones.
 */
export function wordsThatFit(
  discs: readonly Disc[],
  spans: readonly Span[],
  sizes: Sizes,
  window?: Window,
): Words {
  const sheet = newSheet();
  const [names, relations] = [new Map<string, Side>(), new Set<string>()];
  const tried = discs.length > many ? sides.slice(0, 1) : sides;
  const places = new Map(discs.map((disc) => [disc.id, disc]));
  const larger = [...discs].sort((one, other) => other.radius - one.radius);
  const stand = landmarksOf(larger);
  for (const { id, x, y, radius } of discs)
    sheet.take(sheet.cellsOf(x, y, radius * 1.5, radius * 1.5, 0), id);
  const name = (disc: Disc): void => {
    const width = widthOf(disc.name, sizes.name);
    const around = tried.map((side) => ({ side, ...nameAt(disc, side, width, sizes.name) }));
    const seen = around.filter(
      ({ x, y }) => window === undefined || isWithin(x, y, width, sizes.name, window),
    );
    // Cut off by the window, it stands where it is read once that is moved.
    const ordered = [...seen, ...around.filter((place) => !seen.includes(place))].map(({ side, x, y }) => ({
      side,
      cells: sheet.cellsOf(x, y, width, sizes.name, 0),
    }));
    const own = (owner: string): boolean => owner === disc.id;
    const smaller = (owner: string): boolean => own(owner) || (places.has(owner) && !stand.has(owner));
    const chosen =
      ordered.find(({ cells }) => sheet.free(cells, own)) ??
      (stand.has(disc.id) ? ordered.find(({ cells }) => sheet.free(cells, smaller)) : undefined) ??
      (disc.stands ? ordered[0] : undefined);
    if (chosen === undefined) return;
    sheet.take(chosen.cells, `name of ${disc.id}`);
    names.set(disc.id, chosen.side);
  };
  const relation = (span: Span): void => {
    const [from, to] = [places.get(span.from), places.get(span.to)];
    if (span.name === "" || from === undefined || to === undefined) return;
    const width = widthOf(span.name, sizes.relation);
    const place = placeOf(span, from, to, width);
    if (place === undefined) return;
    const cells = sheet.cellsOf(place.x, place.y, width, sizes.relation, place.angle);
    if (!sheet.free(cells)) return;
    sheet.take(cells, `name of ${span.id}`);
    relations.add(span.id);
  };
  for (const disc of larger) if (disc.stands) name(disc);
  for (const disc of larger) if (!disc.stands && stand.has(disc.id)) name(disc);
  for (const disc of larger) if (!disc.stands && !stand.has(disc.id)) name(disc);
  for (const span of spans) if (span.stands) relation(span);
  for (const span of spans) if (!span.stands) relation(span);
  return { names, relations };
}
