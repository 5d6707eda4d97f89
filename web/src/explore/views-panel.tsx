// Views kept by name in this browser, the link to the view, and the files it is saved as.
import { useState } from "preact/hooks";
import { useSpeech } from "../text/language.ts";
import { isDark } from "../theme/theme.ts";
import type { Counted } from "./counts.ts";
import { countsPicture } from "./counts-picture.ts";
import { gexfOf, graphmlOf, pageOf, save } from "./files.ts";
import { type Picture, pngOf, svgOf } from "./picture.ts";
import type { Shown } from "./shown.ts";

const place = "industry-graph.views";

interface NamedView {
  readonly name: string;
  readonly hash: string;
}

function read(): readonly NamedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return (kept as NamedView[]).filter(
      ({ name, hash }) => typeof name === "string" && /^#v=[\w-]+$/.test(hash),
    );
  } catch {
    return [];
  }
}

interface ViewsPanelProps {
  readonly shown: Shown;
  readonly marked: ReadonlySet<string>;
  /** How many relations the one has that is alone in the picture. */
  readonly counted: Counted;
}

/** The panel of views and files. */
export function ViewsPanel({ shown, marked, counted }: ViewsPanelProps) {
  const speech = useSpeech();
  const { text, title } = speech;
  const [views, setViews] = useState(read);
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const write = (next: readonly NamedView[]): void => {
    try {
      localStorage.setItem(place, JSON.stringify(next));
      setViews(next);
    } catch {
      setSaid(text.notKept);
    }
  };
  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(text.copied);
    } catch {
      setSaid(text.notCopied);
    }
  };
  /** What is seen: an entity alone is seen among the counts of its relations. */
  const picture = (dark: boolean, standing = marked): Picture => {
    const [alone, ...others] = shown.nodes;
    return alone !== undefined && others.length === 0 && counted.id === alone.id && counted.counts
      ? countsPicture(alone, counted.counts, speech, dark)
      : svgOf(shown, { dark, title, marked: standing });
  };
  const files: readonly (readonly [string, () => void | Promise<void>])[] = [
    ["PNG", async () => save("graph.png", await pngOf(picture(isDark())), "image/png")],
    ["SVG", () => save("graph.svg", picture(isDark()).svg, "image/svg+xml")],
    ["GEXF", () => save("graph.gexf", gexfOf(shown, speech), "application/xml")],
    ["GraphML", () => save("graph.graphml", graphmlOf(shown, speech), "application/xml")],
    [
      "HTML",
      () => save("graph.html", pageOf(shown, speech, location.href, picture(false, new Set())), "text/html"),
    ],
  ];
  return (
    <section class="views-panel" aria-label={text.views}>
      <h3>{text.share}</h3>
      <div class="actions">
        <button type="button" class="primary" onClick={copyLink}>
          {text.copyLink}
        </button>
        {files.map(([label, make]) => (
          <button key={label} type="button" disabled={shown.nodes.length === 0} onClick={() => void make()}>
            {label}
          </button>
        ))}
      </div>
      <p role="status" class="soft">
        {said}
      </p>
      <h3>{text.keptViews}</h3>
      <form
        class="keep"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = name.trim();
          if (wanted === "" || !location.hash.startsWith("#v=")) return;
          write([{ name: wanted, hash: location.hash }, ...views.filter((view) => view.name !== wanted)]);
          setName("");
        }}
      >
        <input
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          aria-label={text.viewName}
          placeholder={text.viewName}
        />
        <button type="submit" disabled={shown.nodes.length === 0}>
          {text.keep}
        </button>
      </form>
      {views.length === 0 && <p class="soft">{text.noViews}</p>}
      <ul class="relations">
        {views.map((view) => (
          <li key={view.name}>
            <a href={`/explore${view.hash}`}>{view.name}</a>
            <button
              type="button"
              onClick={() => write(views.filter((one) => one !== view))}
              aria-label={`${text.forget}: ${view.name}`}
            >
              {text.forget}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
