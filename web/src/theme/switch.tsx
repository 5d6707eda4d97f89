// The switch between light, dark and the system's choice, at the top of every page.
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../text/language.ts";
import { chooseTheme, type Theme, themeHere, themeOf, themes } from "./theme.ts";

/** The switch. The server knows what was chosen before; the browser asks the page. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const { text } = useSpeech();
  const [theme, setTheme] = useState(initial);
  useEffect(() => setTheme(themeHere()), []);
  return (
    <select
      class="theme"
      aria-label={text.theme}
      title={text.theme}
      value={theme}
      onChange={(event) => {
        const chosen = themeOf(event.currentTarget.value);
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    >
      {themes.map((one) => (
        <option key={one} value={one} selected={one === theme}>
          {text[`theme_${one}`]}
        </option>
      ))}
    </select>
  );
}
