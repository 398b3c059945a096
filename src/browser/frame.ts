// In a page that is shown in a frame of another: tells the page around it how high it is.

/** WordPress keeps what it does not know in a sandbox, gives it a secret, and listens to whoever knows it. */
const secret = /[?&#]secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];

function tellHeight(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ teleprinter: "height", height, src: location.href }, "*");
  if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
}

/** A link in that sandbox leads nowhere by itself, and WordPress follows it only to where the frame is from. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link) return;
  event.preventDefault();
  const value = new URL(link.dataset.page ?? link.href, location.href).href;
  parent.postMessage({ message: "link", value, secret }, "*");
}

if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // Whoever begins to listen later than we begin to tell asks for it.
  addEventListener("message", ({ data, source }) => {
    if (source === parent && (data?.message === "ready" || data?.teleprinter === "ready")) tellHeight();
  });
  if (secret) document.addEventListener("click", followLink);
}
