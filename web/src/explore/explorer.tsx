// The explorer as a whole: picture, legend, panels, and the view that the address keeps.
import { lazy, Suspense } from "preact/compat";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Failed, Loading } from "../parts/states.tsx";
import { SearchBox } from "../search/box.tsx";
import { useSpeech } from "../text/language.ts";
import { useActions } from "./actions.ts";
import { askCounts } from "./documents.ts";
import { Drawn, Printed } from "./drawn.tsx";
import { EntityPanel } from "./entity-panel.tsx";
import { useKeptView } from "./history.ts";
import { useLearnt } from "./known.ts";
import { layOut } from "./layout/run.ts";
import { Legend } from "./legend.tsx";
import { PathsPanel } from "./paths-panel.tsx";
import { shownOf, sizeOf } from "./shown.ts";
import { TablePanel } from "./table-panel.tsx";
import { emptyView, markedOf, type Panel, withNodes, withPlaces } from "./view.ts";
import { ViewsPanel } from "./views-panel.tsx";
import { hasWebGl } from "./webgl.ts";

const Canvas = lazy(() => import("./canvas.tsx"));

/** An entity with at most so many relations opens with a few of each; others open as counts. */
const opensUpTo = 40;

const panels: readonly Panel[] = ["entity", "table", "paths", "views"];

/** The explorer. */
export function Explorer() {
  const { text } = useSpeech();
  const { view, change, canUndo, canRedo, wanted } = useKeptView();
  const learnt = useLearnt(view);
  const [message, setMessage] = useState("");
  const [webGl] = useState(hasWebGl);
  const latest = useRef({ view, ties: learnt.ties });
  latest.current = { view, ties: learnt.ties };
  // Which entities keep their places when those that were added get theirs; undefined where nothing is to be done.
  const settling = useRef<ReadonlySet<string> | undefined>(undefined);
  const adding = useCallback(() => {
    const { nodes } = latest.current.view;
    // What was added before and has no place of its own yet gets it together with what is added now; and a picture of
    // a few is laid out anew.
    settling.current ??= new Set(nodes.size > 4 ? nodes.keys() : []);
  }, []);
  const tell = useCallback((said: string) => setMessage(said === "none" ? text.nobodyFound : said), [text]);
  const tiesNow = useCallback(() => latest.current.ties, []);
  const actions = useActions({ change, ties: tiesNow, adding, tell });
  // Not the whole view: what is only looked at otherwise is not drawn anew.
  const { nodes: placed, hiddenKinds, hiddenTypes, route } = view;
  const shown = useMemo(
    () => shownOf({ nodes: placed, hiddenKinds, hiddenTypes }, learnt.entities, learnt.ties),
    [placed, hiddenKinds, hiddenTypes, learnt.entities, learnt.ties],
  );
  const marked = useMemo(
    () =>
      markedOf(
        { route },
        learnt.ties.map(({ id, from, to }) => ({ id, from: from.id, to: to.id })),
      ),
    [route, learnt.ties],
  );

  const settle = useCallback(
    async (fixed: ReadonlySet<string>, layout = latest.current.view.layout) => {
      const { view: now, ties } = latest.current;
      const { nodes } = shownOf(now, learnt.entities, ties);
      const places = await layOut(layout, {
        nodes: nodes.map(({ id, x, y, pinned, degree, kind, rank, rung, track }) => {
          const fixedHere = pinned || fixed.has(id);
          return { id, x, y, size: sizeOf(degree), fixed: fixedHere, kind, rank: rank ?? rung, track };
        }),
        ties: ties.map(({ type, from, to }) => ({ type, from: from.id, to: to.id })),
      });
      // What was laid out is seen whole.
      change((current) => ({ ...withPlaces(current, places), sight: null }), "replace");
    },
    [change, learnt.entities],
  );

  useEffect(() => {
    if (learnt.state !== "done" || settling.current === undefined) return;
    const fixed = view.layout === "layered" ? new Set<string>() : settling.current;
    settling.current = undefined;
    void settle(fixed);
  }, [learnt.state, settle, view.layout]);

  useEffect(() => {
    if (wanted === undefined) return;
    if (wanted.is === "broken") setMessage(text.brokenLink);
    if (wanted.is === "path" || wanted.is === "common") {
      const [from = null, to = null] = wanted.ids;
      adding();
      change((now) => ({ ...withNodes(now, wanted.ids), ends: [from, to], panel: "paths" }), "replace");
    }
    if (wanted.is === "open") {
      const [id = ""] = wanted.ids;
      adding();
      change((now) => ({ ...withNodes(now, wanted.ids), selected: id, panel: "entity" }), "replace");
      askCounts(id).then(
        (node) => {
          const all = node?.relationCounts ?? [];
          const counts = all.filter(({ kind }) => !["OBSERVATION", "CHECK", "CONFLICT"].includes(kind));
          const total = counts.reduce((sum, { count }) => sum + count, 0);
          if (total > 0 && total <= opensUpTo) void actions.expandFew(id, counts);
        },
        () => undefined,
      );
    }
  }, [wanted, text, adding, change, actions]);

  const begin = (id: string): void => {
    adding();
    change((now) => ({ ...withNodes(now, [id]), selected: id, panel: "entity" }));
  };
  const empty = view.nodes.size === 0;
  const failed = typeof learnt.state === "object" ? learnt.state.failed : undefined;
  return (
    <div class="explorer">
      <div class="stage">
        <div class="toolbar" role="toolbar" aria-label={text.tools}>
          <SearchBox label={text.addEntity} onChoose={({ id }) => begin(id)} />
          <button type="button" disabled={!canUndo} onClick={() => history.back()}>
            {text.undo}
          </button>
          <button type="button" disabled={!canRedo} onClick={() => history.forward()}>
            {text.redo}
          </button>
          <button
            type="button"
            disabled={empty}
            onClick={() => {
              change((now) => ({ ...now, layout: "force" }));
              void settle(new Set(), "force");
            }}
          >
            {text.layoutForce}
          </button>
          <button
            type="button"
            disabled={empty}
            onClick={() => {
              change((now) => ({ ...now, layout: "layered" }));
              void settle(new Set(), "layered");
            }}
          >
            {text.layoutLayered}
          </button>
          <button
            type="button"
            disabled={empty}
            onClick={() => change((now) => ({ ...now, sight: null }), "replace")}
          >
            {text.fit}
          </button>
          <button type="button" disabled={empty} onClick={() => change(() => emptyView)}>
            {text.clear}
          </button>
        </div>
        <p class="message" role="status">
          {message}
        </p>
        {failed !== undefined && <Failed message={failed} retry={learnt.again} />}
        {empty ? (
          <div class="state empty-stage">
            <p>{text.emptyStage}</p>
          </div>
        ) : webGl ? (
          <Suspense fallback={<Loading />}>
            <Canvas
              shown={shown}
              selected={view.selected}
              marked={marked}
              sight={view.sight}
              onSelect={actions.select}
              onOpen={begin}
              onMove={(id, place) => change((now) => withPlaces(now, { [id]: place }))}
              onSight={(sight) => change((now) => ({ ...now, sight }), "replace")}
            />
          </Suspense>
        ) : (
          <Drawn shown={shown} marked={marked} />
        )}
        {!empty && <Printed shown={shown} marked={marked} />}
        <Legend view={view} entities={learnt.entities} ties={learnt.ties} change={change} />
      </div>
      <aside class="panel" aria-label={text.besides}>
        <div class="tabs" role="tablist">
          {panels.map((panel) => (
            <button
              key={panel}
              type="button"
              role="tab"
              id={`tab-${panel}`}
              aria-selected={view.panel === panel}
              aria-controls="panel"
              onClick={() => actions.setPanel(panel)}
            >
              {text[`panel_${panel}`]}
            </button>
          ))}
        </div>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${view.panel}`} tabIndex={0}>
          {view.panel === "entity" && (
            <EntityPanel view={view} entities={learnt.entities} ties={learnt.ties} actions={actions} />
          )}
          {view.panel === "table" && (
            <TablePanel shown={shown} selected={view.selected} onSelect={actions.select} />
          )}
          {view.panel === "paths" && (
            <PathsPanel
              view={view}
              entities={learnt.entities}
              setEnd={actions.clearEnd}
              show={actions.showRoute}
            />
          )}
          {view.panel === "views" && <ViewsPanel shown={shown} marked={marked} />}
        </div>
      </aside>
    </div>
  );
}
