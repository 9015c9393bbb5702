// What is tapped and is smaller than `least` px high or wide; links inside a sentence may be.
(least) => {
  const TAPPED = "a[href], button, input:not([type=hidden]), select, textarea, summary, label.choice__row";
  const inSentence = (element) => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const around = element.parentElement.textContent.trim();
    return around.length > element.textContent.trim().length;
  };
  const small = [];
  for (const element of document.querySelectorAll(TAPPED)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest(".skip, .away") || inSentence(element)) continue;
    // A radio or a box to tick is tapped anywhere on its label.
    const whole = element.matches("input[type=radio], input[type=checkbox]")
      ? (element.closest("label") ?? element)
      : element;
    const { width, height } = whole.getBoundingClientRect();
    if (width + 0.5 < least || height + 0.5 < least) {
      const words = (element.textContent || element.name || "").trim().replace(/\s+/g, " ");
      small.push(`${words.slice(0, 30)} ${Math.round(width)}×${Math.round(height)}`);
    }
  }
  return small;
}
