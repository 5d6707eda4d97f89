// The picture where there is no WebGL: drawn once, not moved about. Panels and tables stay as they are.
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../text/language.ts";
import { svgOf } from "./picture.ts";
import type { Shown } from "./shown.ts";

/** A still picture. */
export function Drawn({ shown, marked }: { readonly shown: Shown; readonly marked: ReadonlySet<string> }) {
  const { text, title } = useSpeech();
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const { svg } = svgOf(shown, { dark, title, marked });
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown, marked, title]);
  return (
    <div class="canvas drawn">
      <p class="cut">{text.noWebGl}</p>
      {address !== undefined && <img src={address} alt={text.canvasLabel} />}
    </div>
  );
}
