// The switch between light, dark and the system's choice on pages that are made without the rest of the script: the same
// cookie and attribute as on the others (web/src/theme/theme.ts). Without script the choice made elsewhere holds.
for (const select of document.querySelectorAll("select.theme")) {
  select.value = document.documentElement.dataset.theme ?? "system";
  select.hidden = false;
  select.addEventListener("change", () => {
    document.documentElement.dataset.theme = select.value;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `theme=${select.value}; path=/; max-age=31536000; samesite=lax`;
  });
}
