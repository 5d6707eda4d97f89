// What a filter asks for and leaves out at once, so that nothing can meet it: a value and another of one property, a
// condition beside its own contrary, `some` beside `none`.
import { type Counted, type Every, type Formula, type Not, type Or, type Said, toldOf } from "./formula.ts";
import { isApart, isSortOf, makesSure } from "./implied.ts";
import { leadsInto, type PlacesIn, relationInto } from "./implied-places.ts";

type Fact = Said | Counted | Every;

/** What must hold at once. */
interface Together {
  readonly facts: Fact[];
  readonly nots: Not[];
  readonly ors: Or[];
}

/** Two parts of a filter that nothing meets at once, and whether the first leaves out what the second asks for. */
export interface Pair {
  readonly one: Formula;
  readonly others: readonly Formula[];
  readonly leavesOut: boolean;
}

/** Comparisons at the most: a filter of thousands of parts is not worth more. */
const mostCompared = 20_000;

function gather(formula: Formula, into: Together = { facts: [], nots: [], ors: [] }): Together {
  if (formula.is === "and") for (const one of formula.of) gather(one, into);
  else if (formula.is === "or") into.ors.push(formula);
  else if (formula.is === "not") gatherContrary(formula, formula.of, into);
  else into.facts.push(formula);
  return into;
}

/** What the contrary of a formula says, as plainly as it can be said. */
function gatherContrary(not: Not, of: Formula, into: Together): void {
  const { path } = not;
  const [first, ...more] = of.is === "and" ? of.of : [];
  if (of.is === "not") gather(of.of, into);
  else if (first !== undefined && more.length === 0) gatherContrary(not, first, into);
  else if (of.is === "or") for (const one of of.of) gatherContrary({ ...not, of: one }, one, into);
  else if (of.is === "counted" && of.atMost === undefined)
    into.facts.push({ is: "counted", of: of.of, match: of.match, atMost: (of.atLeast ?? 0) - 1, path });
  else if (of.is === "counted" && of.atLeast === undefined)
    into.facts.push({ is: "counted", of: of.of, match: of.match, atLeast: (of.atMost ?? 0) + 1, path });
  else if (of.is === "said" && of.operator === "isNull")
    into.facts.push({ ...of, value: of.value !== true, path });
  else into.nots.push({ ...not, of });
}

/** The values that must hold of one thing at once. */
export const valuesTogether = (formula: Formula): Said[] =>
  formula.is === "said" ? [formula] : formula.is === "and" ? formula.of.flatMap(valuesTogether) : [];

const noPlaces: PlacesIn = () => undefined;

/**
 * Finds what a filter asks for and leaves out at once.
 * @param placesIn what lies in places, where it is known
 */
export function contradictionIn(filter: Formula, placesIn: PlacesIn = noPlaces): Pair | undefined {
  let compared = 0;

  /** Whether to go on comparing. */
  const goesOn = (): boolean => ++compared <= mostCompared;

  const matchMakesSure = (one: Formula, other: Formula): boolean =>
    goesOn() && impliedBy(gather(one), other) !== undefined;

  const countedMakesSure = (one: Counted, other: Counted): boolean => {
    const { of, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = other;
    const enough =
      atLeast <= 0 ||
      (isSortOf(one.of, of) && (one.atLeast ?? 0) >= atLeast && matchMakesSure(one.match, other.match));
    const few =
      other.atMost === undefined ||
      (isSortOf(of, one.of) &&
        (one.atMost ?? Number.POSITIVE_INFINITY) <= atMost &&
        matchMakesSure(other.match, one.match));
    return enough && few;
  };

  const saysToo = (one: Fact, other: Said): boolean =>
    one.is === "said"
      ? makesSure(one, other, placesIn)
      : one.is === "counted" && leadsInto(one, valuesTogether(one.match), other, placesIn);

  /** What a fact says of relations. */
  const relationsOf = (one: Fact): readonly Counted[] =>
    one.is === "counted" ? [one] : one.is === "said" ? relationInto(one, placesIn) : [];

  /** The facts by which a formula is sure; undefined where it is not. */
  function impliedBy({ facts, nots }: Together, formula: Formula): readonly Formula[] | undefined {
    if (!goesOn()) return undefined;
    const by = (fact: Formula | undefined): readonly Formula[] | undefined =>
      fact === undefined ? undefined : [fact];
    switch (formula.is) {
      case "said":
        return by(facts.find((one) => goesOn() && saysToo(one, formula)));
      case "counted":
        return by(
          facts.find((one) =>
            relationsOf(one).some((relation) => goesOn() && countedMakesSure(relation, formula)),
          ),
        );
      case "every":
        return by(
          facts.find(
            (one) =>
              one.is === "every" && isSortOf(formula.of, one.of) && matchMakesSure(one.match, formula.match),
          ),
        );
      case "not":
        return by(nots.find((one) => matchMakesSure(formula.of, one.of)));
      case "or":
        for (const one of formula.of) {
          const sure = impliedBy({ facts, nots, ors: [] }, one);
          if (sure !== undefined) return sure;
        }
        return undefined;
      case "and": {
        const all = formula.of.map((one) => impliedBy({ facts, nots, ors: [] }, one));
        return all.every((one) => one !== undefined) ? all.flatMap((one) => one ?? []) : undefined;
      }
    }
  }

  function apart(one: Fact, other: Fact): Pair | undefined {
    if (one.is === "said" && other.is === "said" && goesOn() && isApart(one, other))
      return { one, others: [other], leavesOut: false };
    if (one.is !== "counted" || one.atMost === undefined) return undefined;
    const { of, atMost, match } = one;
    const isLeftOut = relationsOf(other).some(
      (asked) =>
        isSortOf(asked.of, of) && atMost < (asked.atLeast ?? 0) && matchMakesSure(asked.match, match),
    );
    return isLeftOut ? { one, others: [other], leavesOut: true } : undefined;
  }

  /** What of a part is told apart in itself, or by what must hold around it. */
  function find(own: Together, around: Together): Pair | undefined {
    const facts = [...around.facts, ...own.facts];
    for (const [at, one] of own.facts.entries())
      for (const other of facts.slice(0, around.facts.length + at)) {
        const pair = apart(one, other) ?? apart(other, one);
        if (pair !== undefined) return pair;
      }
    const nots = [...around.nots, ...own.nots];
    const together = { facts, nots, ors: [] };
    for (const one of nots) {
      const sure = impliedBy(together, one.of);
      // Around it the same was found before, or is not of this part.
      if (sure !== undefined) return { one, others: sure, leavesOut: true };
    }
    return firstOf([
      ...own.facts.map((one) => () => inside(one, own.facts)),
      ...own.nots.map((one) => () => find(gather(one.of), none())),
      ...own.ors.flatMap((or) => or.of.map((one) => () => find(gather(one), together))),
    ]);
  }

  /** What is asked of one relation, and of each of its sort where there is to be one. */
  function inside(fact: Fact, beside: readonly Fact[]): Pair | undefined {
    if (fact.is === "said") return undefined;
    const isThere = fact.is === "counted" && (fact.atLeast ?? 0) > 0;
    const each = beside.filter((one) => isThere && one.is === "every" && isSortOf(fact.of, one.of));
    const of = [fact, ...each].flatMap((one) => (one.is === "said" ? [] : [one.match]));
    return find(gather({ is: "and", of, path: fact.path }), none());
  }

  return find(gather(filter), none());
}

const none = (): Together => ({ facts: [], nots: [], ors: [] });

function firstOf(looks: readonly (() => Pair | undefined)[]): Pair | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

const shown = ({ value }: Said): string => JSON.stringify(value);

/** How a contradiction is told, after where it stands. */
export function inWords({ one, others, leavesOut }: Pair): string {
  const [other] = others;
  const advice = "nothing is both; leave one of them out";
  if (!leavesOut && one.is === "said" && other?.is === "said")
    return `is ${shown(one)} and ${toldOf(other)} is ${shown(other)}: ${advice}, or ask for both with or.`;
  if (other === undefined) return "leaves out everything, for it says nothing: leave it out.";
  // What stands in no argument is the list itself.
  if (others.every(({ path }) => path[0] !== one.path[0]))
    return `leaves out all that the list ${toldOf(other)} holds: leave it out.`;
  return `leaves out all that ${[...new Set(others.map(toldOf))].join(" and ")} ${others.length > 1 ? "ask" : "asks"} for: ${advice}.`;
}
