// What stands in the place of content: nothing found, nothing there, waiting, failed, cut off.
import type { ComponentChildren } from "preact";
import { failureIn } from "../text/failure.ts";
import { useSpeech } from "../text/language.ts";
import { fill } from "../text/texts.ts";
import { Words } from "../text/words.tsx";

/** Says that there is nothing, and what to do. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="state empty">{children}</p>;
}

/** Says that an answer is awaited. */
export function Loading() {
  const { text } = useSpeech();
  return (
    <p class="state loading" role="status">
      {text.loading}
    </p>
  );
}

/** Says what went wrong, and offers to try again. */
export function Failed({ message, retry }: { readonly message: string; readonly retry?: () => void }) {
  const { text } = useSpeech();
  return (
    <div class="state failed" role="alert">
      <p>
        {text.failed} {message}
      </p>
      {retry !== undefined && (
        <button type="button" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}

/** Says that a list was cut off, and leads to all of it where there is a page that has it. */
export function CutOff({
  shown,
  total,
  href,
}: {
  readonly shown: number;
  readonly total: number;
  readonly href?: string;
}) {
  const { text } = useSpeech();
  if (total <= shown) return null;
  return (
    <p class="cut">
      {fill(text.cutOff, { shown, total })} {href !== undefined && <a href={href}>{text.seeAll}</a>}
    </p>
  );
}

/** The page of an address that nothing is at. */
export function MissingPage({ path }: { readonly path: string }) {
  const { text } = useSpeech();
  return (
    <section class="missing">
      <h1>{text.notFound}</h1>
      <p>
        <Words of={fill(text.nothingAt, { path })} />
      </p>
      <p>
        <a href="/">{text.toStart}</a>
      </p>
    </section>
  );
}

/** The page where the API does not answer, or not yet. */
export function FailedPage({
  message,
  code,
  again,
}: {
  readonly message: string;
  readonly code: string;
  /** The address to try again at; undefined where that would be of no use. */
  readonly again: string | undefined;
}) {
  const { text, language } = useSpeech();
  const waiting = code === "NOT_READY";
  return (
    <section class="missing">
      <h1>{waiting ? text.loadingData : text.failedTitle}</h1>
      <p>{failureIn(language, code, message)}</p>
      <p>{waiting ? text.loadingDataMore : ""}</p>
      <p>
        {again !== undefined && (
          <>
            <a href={again}>{text.retry}</a> ·{" "}
          </>
        )}
        <a href="/">{text.toStart}</a>
      </p>
    </section>
  );
}
