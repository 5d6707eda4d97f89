// The picture where there is no WebGL, and on paper: drawn once, not moved about. Panels and tables stay as they are.
import { useEffect, useRef, useState } from "preact/hooks";
import { useSpeech } from "../text/language.ts";
import { isDark, onTheme } from "../theme/theme.ts";
import { svgOf } from "./picture.ts";
import type { Shown } from "./shown.ts";

interface DrawnProps {
  readonly shown: Shown;
  readonly marked: ReadonlySet<string>;
}

/** A still picture. */
export function Drawn({ shown, marked }: DrawnProps) {
  const { text, title } = useSpeech();
  const [address, setAddress] = useState<string | undefined>(undefined);
  const [dark, setDark] = useState(isDark);
  useEffect(() => onTheme(() => setDark(isDark())), []);
  useEffect(() => {
    const { svg } = svgOf(shown, { dark, title, marked });
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown, marked, title, dark]);
  return (
    <div class="canvas drawn" data-nodes={shown.nodes.length}>
      <p class="cut">{text.noWebGl}</p>
      {address !== undefined && <img src={address} alt={text.canvasLabel} />}
    </div>
  );
}

/** The picture on paper: put into the page when it is printed, as what a canvas shows is not. */
export function Printed({ shown, marked }: DrawnProps) {
  const { title } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const put = (): void => {
      const { svg } = svgOf(shown, { dark: false, title, marked });
      const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
      place.current?.replaceChildren(document.importNode(documentElement, true));
    };
    const take = (): void => place.current?.replaceChildren();
    const paper = matchMedia("print");
    const turn = (): void => (paper.matches ? put() : take());
    addEventListener("beforeprint", put);
    addEventListener("afterprint", take);
    paper.addEventListener("change", turn);
    // What is shown may have changed, or come, since the page was turned to paper.
    if (paper.matches) put();
    return () => {
      removeEventListener("beforeprint", put);
      removeEventListener("afterprint", take);
      paper.removeEventListener("change", turn);
    };
  }, [shown, marked, title]);
  return <div class="printed" ref={place} />;
}
