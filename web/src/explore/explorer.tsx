// The explorer as a whole: picture, legend, panels, and the view that the address keeps.
import { lazy, Suspense } from "preact/compat";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Failed, Loading } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { useActions } from "./actions.ts";
import { Around } from "./around.tsx";
import { useCounts } from "./counts.ts";
import { askCounts, type Count } from "./documents.ts";
import { Drawn, Printed } from "./drawn.tsx";
import { EntityPanel } from "./entity-panel.tsx";
import { useKeptView } from "./history.ts";
import { useLearnt } from "./known.ts";
import { layOut } from "./layout/run.ts";
import { Legend } from "./legend.tsx";
import { PathsPanel } from "./paths-panel.tsx";
import { shownOf, sizeOf } from "./shown.ts";
import { TablePanel } from "./table-panel.tsx";
import { Toolbar } from "./toolbar.tsx";
import { markedOf, type Panel, withNodes, withPlaces } from "./view.ts";
import { ViewsPanel } from "./views-panel.tsx";
import { hasWebGl } from "./webgl.ts";

const loadCanvas = () => import("./canvas.tsx");
const Canvas = lazy(loadCanvas);

/** An entity with at most so many relations opens with a few of each; others open as counts. */
const opensUpTo = 40;

const panels: readonly Panel[] = ["entity", "table", "paths", "views"];

/** Arrow keys go from tab to tab, as they do everywhere. */
function toNextTab(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const next = tabs.at((tabs.findIndex((tab) => tab.matches(":focus")) + step) % tabs.length);
  next?.focus();
  next?.click();
}

/** The explorer. */
export function Explorer() {
  const { text } = useSpeech();
  const { view, change, canUndo, canRedo, wanted } = useKeptView();
  const learnt = useLearnt(view);
  const [message, setMessage] = useState("");
  const [webGl] = useState(hasWebGl);
  /** Whether it is not known yet if an entity opens with some of its relations or as counts. */
  const [deciding, setDeciding] = useState(false);
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
      setDeciding(true);
      askCounts(id)
        .then(
          async (node) => {
            const all = node?.relationCounts ?? [];
            const counts = all.filter(({ kind }) => !["OBSERVATION", "CHECK", "CONFLICT"].includes(kind));
            const total = counts.reduce((sum, { count }) => sum + count, 0);
            if (total === 0 || total > opensUpTo) return;
            // On its way while the relations are.
            void loadCanvas();
            await actions.expandFew(id, counts);
          },
          () => undefined,
        )
        .finally(() => setDeciding(false));
    }
  }, [wanted, text, adding, change, actions]);

  const begin = (id: string): void => {
    adding();
    change((now) => ({ ...withNodes(now, [id]), selected: id, panel: "entity" }));
  };
  const empty = view.nodes.size === 0;
  const single = view.nodes.size === 1;
  const [alone] = single && !deciding ? shown.nodes : [];
  const counted = useCounts(view.selected ?? alone?.id ?? null);
  const open = async (id: string, count: Count): Promise<void> => {
    change((now) => ({ ...now, selected: id, panel: "entity" }), "replace");
    await actions.expand(id, count);
    // What was pressed is gone; what it opened, and the rest of it, is told beside.
    document.getElementById("panel")?.focus();
  };
  const failed = typeof learnt.state === "object" ? learnt.state.failed : undefined;
  return (
    <div class="explorer">
      <div class="stage">
        <Toolbar
          empty={empty}
          canUndo={canUndo}
          canRedo={canRedo}
          onAdd={begin}
          onLayout={(layout) => {
            change((now) => ({ ...now, layout }));
            void settle(new Set(), layout);
          }}
          change={change}
        />
        <p class="message" role="status">
          {message}
        </p>
        {failed !== undefined && <Failed message={failed} retry={learnt.again} />}
        {empty ? (
          <div class="state empty-stage">
            <p>{text.emptyStage}</p>
          </div>
        ) : single && deciding ? (
          <Loading />
        ) : alone !== undefined ? (
          <Around entity={alone} counted={counted} onOpen={(count) => void open(alone.id, count)} />
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
        {!empty && alone === undefined && <Printed shown={shown} marked={marked} />}
        <Legend view={view} entities={learnt.entities} ties={learnt.ties} change={change} />
      </div>
      <aside class="panel" aria-label={text.besides}>
        <div class="tabs" role="tablist" onKeyDown={toNextTab}>
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
            <EntityPanel
              view={view}
              entities={learnt.entities}
              ties={learnt.ties}
              counted={counted}
              actions={actions}
            />
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
          {view.panel === "views" && <ViewsPanel shown={shown} marked={marked} counted={counted} />}
        </div>
      </aside>
    </div>
  );
}
