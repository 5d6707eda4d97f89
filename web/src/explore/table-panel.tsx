// The table beside the picture: linked both ways, sorted by a press, copied, saved.
import { useEffect, useRef, useState } from "preact/hooks";
import { CutOff } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { save } from "./files.ts";
import { csvOf, entityTable, relationTable, sorted, tsvOf } from "./rows.ts";
import type { Shown } from "./shown.ts";

/** Rows on the page at the most; files have them all. */
const mostRows = 500;

interface TablePanelProps {
  readonly shown: Shown;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** Entities or relations of the picture as a table. */
export function TablePanel({ shown, selected, onSelect }: TablePanelProps) {
  const speech = useSpeech();
  const { text, language } = speech;
  const [of, setOf] = useState<"entities" | "relations">("entities");
  const [by, setBy] = useState<{ column: number; descending: boolean }>({ column: 0, descending: false });
  const [said, setSaid] = useState("");
  const body = useRef<HTMLTableSectionElement>(null);
  const table = of === "entities" ? entityTable(shown, speech) : relationTable(shown, speech);
  const rows = sorted(table, by.column, by.descending, language);
  useEffect(() => {
    if (selected !== null)
      body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tsvOf({ ...table, rows }));
      setSaid(text.copied);
    } catch {
      setSaid(text.notCopied);
    }
  };
  return (
    <section class="table-panel" aria-label={text.table}>
      <div class="actions">
        {(["entities", "relations"] as const).map((one) => (
          <button key={one} type="button" aria-pressed={of === one} onClick={() => setOf(one)}>
            {text[one]}{" "}
            <span class="count">{one === "entities" ? shown.nodes.length : shown.ties.length}</span>
          </button>
        ))}
        <button type="button" onClick={copy}>
          {text.copy}
        </button>
        <button
          type="button"
          onClick={() => save(`${of}.csv`, csvOf({ ...table, rows }), "text/csv;charset=utf-8")}
        >
          CSV
        </button>
        <span role="status" class="soft">
          {said}
        </span>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={text.table}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={by.column !== index ? "none" : by.descending ? "descending" : "ascending"}
                >
                  <button
                    type="button"
                    class="sort"
                    onClick={() =>
                      setBy({ column: index, descending: by.column === index && !by.descending })
                    }
                  >
                    {column}
                    {by.column === index && (by.descending ? " ↓" : " ↑")}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.slice(0, mostRows).map((row) => (
              <tr key={row.id} aria-selected={selected !== null && row.about.includes(selected)}>
                {row.cells.map((cell, index) => (
                  <td key={table.columns[index]}>
                    {index === 0 || (of === "relations" && index === 2) ? (
                      <button
                        type="button"
                        class="link"
                        onClick={() => onSelect(row.about[index === 0 ? 0 : 1] ?? null)}
                      >
                        <Words of={String(cell)} />
                      </button>
                    ) : (
                      <Words of={String(cell)} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CutOff shown={Math.min(mostRows, rows.length)} total={rows.length} />
    </section>
  );
}
