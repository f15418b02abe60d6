// The page of a case: looks for news only while somebody looks at it, says when there is no
// connection, and copies the link.
(() => {
  "use strict";

  const offline = document.querySelector(".offline");
  const connected = (is) => { if (offline) offline.hidden = is; };
  const isForNews = (event) => event.detail.elt && event.detail.elt.id === "news";

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isForNews(event) && document.hidden) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && window.htmx) htmx.trigger(document.body, "look");
  });
  document.addEventListener("htmx:sendError", () => connected(false));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.xhr && event.detail.xhr.status > 0) connected(true);
  });

  document.querySelectorAll("[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
      button.textContent = button.dataset.done;
    });
  });
})();
