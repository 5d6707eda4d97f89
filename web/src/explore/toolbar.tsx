// Above the picture: adding an entity, going back and forward, laying out, fitting, clearing.
import { SearchBox } from "../search/box.tsx";
import { useSpeech } from "../text/language.ts";
import type { Kept } from "./history.ts";
import { emptyView, type LayoutKind } from "./view.ts";

interface ToolbarProps extends Pick<Kept, "change" | "canUndo" | "canRedo"> {
  readonly empty: boolean;
  readonly onAdd: (id: string) => void;
  readonly onLayout: (layout: LayoutKind) => void;
}

/** The toolbar. */
export function Toolbar({ empty, canUndo, canRedo, onAdd, onLayout, change }: ToolbarProps) {
  const { text } = useSpeech();
  const buttons = [
    { name: text.undo, off: !canUndo, press: () => history.back() },
    { name: text.redo, off: !canRedo, press: () => history.forward() },
    { name: text.layoutForce, off: empty, press: () => onLayout("force") },
    { name: text.layoutLayered, off: empty, press: () => onLayout("layered") },
    { name: text.fit, off: empty, press: () => change((now) => ({ ...now, sight: null }), "replace") },
    { name: text.clear, off: empty, press: () => change(() => emptyView) },
  ];
  return (
    <div class="toolbar" role="toolbar" aria-label={text.tools}>
      <SearchBox label={text.addEntity} onChoose={({ id }) => onAdd(id)} />
      {buttons.map(({ name, off, press }) => (
        <button key={name} type="button" disabled={off} onClick={press}>
          {name}
        </button>
      ))}
    </div>
  );
}
