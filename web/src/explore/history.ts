// A view that the browser's history keeps: each change is an entry, so that back and forward undo and redo it.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { packView, type Wanted, wantedBy } from "./address.ts";
import { emptyView, type View } from "./view.ts";

export type Change = (next: (view: View) => View, how?: "replace") => void;

export interface Kept {
  readonly view: View;
  readonly change: Change;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What an address asked for that is no whole view; taken once. */
  readonly wanted: Wanted | undefined;
}

interface Step {
  readonly step: number;
}

function stepNow(): number {
  return Number((history.state as Step | null)?.step ?? 0);
}

/** The view of the address, and how to change it. */
export function useKeptView(): Kept {
  const [view, setView] = useState<View>(emptyView);
  const [step, setStep] = useState(0);
  /** The last change since the page was opened that has not been written over. */
  const [last, setLast] = useState(0);
  const [wanted, setWanted] = useState<Wanted | undefined>(undefined);
  const latest = useRef(view);
  const writing = useRef(Promise.resolve());

  const show = useCallback((next: View) => {
    latest.current = next;
    setView(next);
  }, []);

  useEffect(() => {
    const read = async (): Promise<void> => {
      await writing.current;
      const asked = await wantedBy(location.hash);
      setStep(stepNow());
      if (asked.is === "view") show(asked.view);
      else {
        show(emptyView);
        setWanted(asked);
      }
    };
    void read();
    const onPop = (): void => void read();
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, [show]);

  const change: Change = useCallback(
    (next, how) => {
      const before = latest.current;
      const after = next(before);
      if (after === before) return;
      show(after);
      // Packing takes a moment: entries are written one after another, in the order of the changes.
      writing.current = writing.current.then(async () => {
        const address = `#v=${await packView(after)}`;
        const at = stepNow() + (how === "replace" ? 0 : 1);
        if (how === "replace") history.replaceState({ step: at }, "", address);
        else history.pushState({ step: at }, "", address);
        setStep(at);
        // What had been undone is no longer to be had.
        setLast((before) => (how === "replace" ? Math.max(before, at) : at));
      });
    },
    [show],
  );

  return { view, change, canUndo: step > 0, canRedo: step < last, wanted };
}
