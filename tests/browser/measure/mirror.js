// Signs that point along the reading and do not turn with it, or that turn and should not.
() => {
  const matrix = (element) => new DOMMatrix(getComputedStyle(element).transform);
  const rtl = document.documentElement.dir === "rtl";
  return [...document.querySelectorAll("svg")]
    .filter((sign) => Math.abs(matrix(sign).b) < 0.5) // one that points down points down for all
    .filter((sign) => matrix(sign).a < 0 !== (rtl && sign.matches(".icon_turns, .amount-bar, .bars__bar")))
    .map((sign) => sign.outerHTML.slice(0, 120));
}
