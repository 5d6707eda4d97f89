// The record of a watch as `watch record` prints it.
import type { WatchEvent } from "../watch/records.ts";
import { table } from "./table.ts";

function told(event: WatchEvent): readonly [string, string] {
  switch (event.is) {
    case "begun":
      return ["", `${event.keys.length} known to match; dataset ${event.version ?? "not asked yet"}`];
    case "asked":
      return ["", `nobody new, ${event.gone.length} gone; dataset ${event.version}`];
    case "digest":
      return [event.id, `${event.added.length} new, ${event.gone.length} gone; dataset ${event.version}`];
    case "delivered":
      return [event.id, `answered ${event.status}`];
    case "failed":
      return [
        event.id,
        `${event.reason}; ${event.next === null ? "not tried again by itself" : `again ${event.next}`}`,
      ];
    case "problem":
      return ["", `${event.message} (dataset ${event.version})`];
  }
}

/** What happened, a line each; as JSON the bodies of the digests alone. */
export function recordTable(events: readonly WatchEvent[], json: boolean): string {
  if (json) return events.map((event) => (event.is === "digest" ? `${event.body}\n` : "")).join("");
  const rows = events.map((event) => [event.at, event.is, ...told(event)]);
  return `${table(["at", "what", "message", ""], rows)}\n`;
}
