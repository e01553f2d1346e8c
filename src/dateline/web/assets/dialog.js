"use strict";
/* Parts of pages in a dialog: fetched from our own server, where every word has been escaped. */
const dialog = (() => {
  const box = document.getElementById("dialog"), body = document.getElementById("dialog-body");
  const self = {
    async load(address) {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return [...(answer.ok ? page.body : page.querySelector("main .plain") || page.body).childNodes];
    },
    async open(address) {
      body.replaceChildren(...await self.load(address));
      carry();
      if (!box.open) box.showModal();
      const first = body.querySelector("[autofocus]");
      if (first) { first.focus(); if (first.matches("input:not([type=radio])")) first.select(); }
      document.dispatchEvent(new CustomEvent("dialog", { detail: body }));
    },
    close: () => box.close(),
  };
  /* The filters go along with every form, so that the next event is the next of the same queue. */
  const carry = () => {
    const filters = document.getElementById("carry");
    if (filters) body.querySelectorAll("form[method=post]").forEach((form) => form.append(...[...filters.children].map((node) => node.cloneNode())));
  };
  body.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) self.close();
    const accept = event.target.closest("[data-accept]");
    if (accept) send(accept.form);
  });
  const send = (form) => {
    if (form.elements.then) form.elements.then.value = "accept";
    form.requestSubmit();
  };
  body.addEventListener("keydown", (event) => {
    const form = event.target.form;
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(form); }
    else if (form && event.key === "Enter" && event.target.matches("select, input[type=radio], input[type=checkbox]")) { event.preventDefault(); form.requestSubmit(); }
  });
  document.querySelectorAll("[data-dialog]").forEach((button) => button.addEventListener("click", () => self.open(button.dataset.dialog)));
  document.querySelectorAll("details[data-load]").forEach((details) => details.addEventListener("toggle", async () => {
    const place = details.querySelector(".loaded");
    if (details.open && !place.children.length) place.replaceChildren(...await self.load(details.dataset.load));
  }));
  return self;
})();
