// What the explorer has learnt of the entities in view: names, and the relations among them. Asked for as the view
// changes; what is known stays known.
import { useEffect, useRef, useState } from "preact/hooks";
import { failureHere } from "../text/failure.ts";
import { askAmong, askNodes, type Known, type Tie } from "./documents.ts";
import type { View } from "./view.ts";

export interface Learnt {
  readonly entities: ReadonlyMap<string, Known>;
  /** Relations among the entities in view. */
  readonly ties: readonly Tie[];
  readonly state: "asking" | "done" | { readonly failed: string };
  readonly again: () => void;
}

/** Keeps what is known in step with a view. */
export function useLearnt(view: View): Learnt {
  const entities = useRef(new Map<string, Known>());
  const gone = useRef(new Set<string>());
  const [ties, setTies] = useState<readonly Tie[]>([]);
  const [state, setState] = useState<Learnt["state"]>("done");
  const [turn, setTurn] = useState(0);
  const ids = [...view.nodes.keys()].sort().join("\n");
  useEffect(() => {
    let current = true;
    const wanted = ids === "" ? [] : ids.split("\n");
    setState("asking");
    const learn = async (): Promise<void> => {
      const fresh = wanted.filter((id) => !entities.current.has(id) && !gone.current.has(id));
      for (const one of await askNodes(fresh)) entities.current.set(one.id, one);
      for (const id of fresh) if (!entities.current.has(id)) gone.current.add(id);
      // What is no longer in the data is left out: a link made before still shows the rest.
      const among = await askAmong(wanted.filter((id) => entities.current.has(id)));
      if (!current) return;
      setTies(among);
      setState("done");
    };
    learn().catch((error: unknown) => {
      if (current) setState({ failed: failureHere(error) });
    });
    return () => {
      current = false;
    };
  }, [ids, turn]);
  return { entities: entities.current, ties, state, again: () => setTurn(turn + 1) };
}
