// Copies addresses. Without it they can be selected, and there are no buttons.

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { copies = "", copied = "", notCopied = "" } = button.dataset;
    const field = document.getElementById(copies);
    const status = button.nextElementSibling;
    if (!(field instanceof HTMLInputElement) || status === null) return;
    // What is said a second time is read out only if it was gone in between.
    status.textContent = "";
    status.textContent = (await copy(field)) ? copied : notCopied;
  });
}

async function copy(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Not on a page without encryption, or not allowed: there is the old way, or the reader's own.
    field.select();
    return document.execCommand("copy");
  }
}

export {};
