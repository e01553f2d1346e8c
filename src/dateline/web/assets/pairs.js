"use strict";
/* Pairs: the machine's reasons are shown when asked for. */
(() => {
  const button = document.getElementById("show-reasons"), reasons = document.getElementById("reasons");
  if (button) button.addEventListener("click", () => {
    reasons.hidden = !reasons.hidden;
    button.setAttribute("aria-expanded", String(!reasons.hidden));
  });
})();
