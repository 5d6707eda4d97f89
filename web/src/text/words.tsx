// Text that came with the data: on a page in English what is Chinese in it is marked as such, for voices, fonts and
// translators.
import { useSpeech } from "./language.ts";

/** Chinese characters, with the punctuation among them. */
const chinese =
  /([\p{Script=Han}\u3000-\u303f\uff00-\uffef]*\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*)/u;

/** The language to mark an attribute's element with, where its text is Chinese on a page in English. */
export function langOf(text: string, language: "zh" | "en"): string | undefined {
  return language === "en" && chinese.test(text) ? "zh-Hans" : undefined;
}

/** A text of the data, or one with names of the data in it. */
export function Words({ of }: { readonly of: string }) {
  const { language } = useSpeech();
  if (langOf(of, language) === undefined) return <>{of}</>;
  return (
    <>
      {of.split(chinese).map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          <span key={place} lang="zh-Hans">
            {part}
          </span>
        ),
      )}
    </>
  );
}
