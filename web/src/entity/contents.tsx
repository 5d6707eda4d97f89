// What a long page holds, with how many of each: links to its sections.
import { useSpeech } from "../text/language.ts";

/** Facts on a page from which on it says at its top what it holds. */
const long = 20;

export interface Part {
  readonly id: "enterprises" | "figures" | "relations" | "conflicts";
  readonly count: number;
}

/** The links; nothing on a page that is short. */
export function Contents({ parts }: { readonly parts: readonly Part[] }) {
  const { text, number } = useSpeech();
  const held = parts.filter(({ count }) => count > 0);
  if (held.reduce((sum, { count }) => sum + count, 0) < long) return null;
  return (
    <nav class="contents" aria-label={text.onThisPage}>
      {held.map(({ id, count }) => (
        <a key={id} href={`#${id}`}>
          {text[id]} <span class="count">{number(count)}</span>
        </a>
      ))}
    </nav>
  );
}
