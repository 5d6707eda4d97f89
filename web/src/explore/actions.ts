// What can be done with a view: opening neighbours, collapsing, ways. Asks the API and changes the view.
import { useMemo } from "preact/hooks";
import { failureHere } from "../text/failure.ts";
import { askRelated, type Count, type Tie } from "./documents.ts";
import { type Actions, few, inView } from "./entity-panel.tsx";
import type { Change } from "./history.ts";
import { leavesOf, type Panel, type View, withNodes, withoutNodes, withPin } from "./view.ts";

export interface ExplorerActions extends Actions {
  readonly showRoute: (route: readonly string[]) => void;
  readonly setPanel: (panel: Panel) => void;
  readonly clearEnd: (which: 0 | 1, id: string | null) => void;
}

/** Neighbours opened of each sort when a few of all are asked for. */
const fewOfEach = 6;

interface Needs {
  readonly change: Change;
  readonly ties: () => readonly Tie[];
  /** Called before entities are added: what is there keeps its place. */
  readonly adding: () => void;
  readonly tell: (message: string) => void;
}

async function neighbours(
  id: string,
  count: Count,
  ties: readonly Tie[],
  text?: string,
): Promise<readonly string[]> {
  const { type, direction, kind } = count;
  const there = text === undefined ? inView(id, count, ties) : 0;
  const first = Math.min(1_000, there + few);
  const { nodes } = await askRelated(id, { type, direction, kind, text, first });
  return nodes.map((node) => node.id);
}

/** The actions of a view. */
export function useActions({ change, ties, adding, tell }: Needs): ExplorerActions {
  return useMemo(() => {
    const ends = (view: View): { id: string; from: string; to: string }[] =>
      ties()
        .filter(({ from, to }) => view.nodes.has(from.id) && view.nodes.has(to.id))
        .map(({ id, from, to }) => ({ id, from: from.id, to: to.id }));
    const add = (id: string, found: readonly string[]): void => {
      adding();
      change((view) => withNodes(view, found, id));
    };
    const failed = (error: unknown): void => tell(failureHere(error));
    const setEnd = (which: 0 | 1, id: string | null): void =>
      change((view) => ({
        ...view,
        panel: "paths",
        ends: which === 0 ? [id, view.ends[1]] : [view.ends[0], id],
      }));
    return {
      expand: async (id, count, text) => {
        tell("");
        try {
          const found = await neighbours(id, count, ties(), text);
          if (found.length === 0) tell("none");
          add(id, text === undefined ? found : found.slice(0, few));
        } catch (error) {
          failed(error);
        }
      },
      expandFew: async (id, counts) => {
        tell("");
        try {
          const lists = await Promise.all(
            counts.map(({ type, direction, kind }) =>
              askRelated(id, { type, direction, kind, first: fewOfEach }),
            ),
          );
          add(
            id,
            lists.flatMap(({ nodes }) => nodes.map((node) => node.id)),
          );
        } catch (error) {
          failed(error);
        }
      },
      collapse: (id) => change((view) => withoutNodes(view, leavesOf(view, id, ends(view)))),
      remove: (id) => change((view) => withoutNodes(view, [id])),
      pin: (id, pinned) => change((view) => withPin(view, id, pinned)),
      setEnd,
      clearEnd: setEnd,
      select: (id) =>
        change((view) => {
          if (view.selected === id) return view;
          const panel = id !== null && view.panel !== "table" ? "entity" : view.panel;
          return { ...view, selected: id, panel };
        }, "replace"),
      showRoute: (route) => {
        adding();
        change((view) => ({ ...withNodes(view, route, route[0]), route }));
      },
      setPanel: (panel) => change((view) => (view.panel === panel ? view : { ...view, panel }), "replace"),
    };
  }, [change, ties, adding, tell]);
}
