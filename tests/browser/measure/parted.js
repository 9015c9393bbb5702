// Sentences torn apart: in a flex box text and a figure in it become columns and lose their spaces.
() => {
  const flows = (element) => /flex|grid/.test(getComputedStyle(element).display);
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.querySelectorAll(":has(> bdi), :has(> .nb)")]
    .filter((element) => flows(element) && hasText(element))
    .map((element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 60));
}
