// Names whose letters join, combine or run from right to left: WebGL has one picture a character and sets them one after
// another, which takes such names apart and turns them round. The browser writes these, whole, over the picture.
import type { Renderer } from "./renderer.ts";
import { nameAt, type Place, type Side } from "./words.ts";

const takenApart =
  /[\p{M}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mongolian}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;

/** Whether a name can only be written as a whole. */
export const isWhole = (name: string): boolean => takenApart.test(name);

/** A name, and where it stands about its entity. */
export interface PlacedName {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

export interface WholeNames {
  /** What they are written on. */
  readonly sheet: HTMLElement;
  /** Writes these from now on. */
  readonly write: (names: readonly PlacedName[]) => void;
}

/** Writes whole names over a picture, and keeps them at their entities wherever these are drawn. */
export function wholeNames(
  drawn: Renderer,
  placeOf: (id: string) => Place | undefined,
  height: number,
): WholeNames {
  const sheet = document.createElement("div");
  sheet.className = "whole-names";
  drawn.getContainer().append(sheet);
  let written: readonly (PlacedName & { readonly span: HTMLElement; readonly width: number })[] = [];
  const keep = (): void => {
    for (const { id, side, span, width } of written) {
      const place = placeOf(id);
      span.hidden = place === undefined;
      if (place === undefined) continue;
      const { x, y } = nameAt(place, side, width, height);
      span.style.transform = `translate(${x - width / 2}px, ${y}px) translateY(-50%)`;
    }
  };
  drawn.on("afterRender", keep);
  return {
    sheet,
    write: (names) => {
      const spans = names.map(({ name }) => {
        const span = document.createElement("span");
        span.dir = "auto";
        span.textContent = name;
        return span;
      });
      sheet.replaceChildren(...spans);
      written = names.flatMap((name, index) => {
        const span = spans[index];
        return span === undefined ? [] : [{ ...name, span, width: span.offsetWidth }];
      });
      keep();
    },
  };
}
