"use strict";
/* Before anything is drawn: "as the system" becomes light or dark. */
(() => {
  const root = document.documentElement;
  if (root.dataset.theme !== "auto") return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => { root.dataset.theme = dark.matches ? "dark" : "light"; };
  paint();
  dark.addEventListener("change", paint);
})();
