// What an address says and its page does not know: said, so that nobody takes what is shown for an answer to it.
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";

/** Names the parameters of the address that had no effect, and those that would have one. */
export function UnknownParameters({
  known,
  search,
}: {
  readonly known: readonly string[];
  readonly search: URLSearchParams;
}) {
  const { text, language } = useSpeech();
  const unknown = [...new Set(search.keys())].filter((name) => name !== "lang" && !known.includes(name));
  if (unknown.length === 0) return null;
  const among = (names: readonly string[]): string => names.join(language === "zh" ? "、" : ", ");
  return (
    <p class="cut" role="note">
      {fill(text.unknownParameters, { unknown: among(unknown), known: among([...known, "lang"]) })}
    </p>
  );
}
