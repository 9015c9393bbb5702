// Numbers whose characters do not stand in their order from left to right, as seen on the screen.
() => {
  const NUMBER = /[+−-]?\d[\d.,:/–−-]*\d%?|\d%|[+−-]\d/gu;
  const wrong = [];
  const boxes = (node, from, to) => {
    const found = [];
    for (let at = from; at < to; at += 1) {
      if (/\s/.test(node.data[at])) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (box && box.width) found.push(box);
    }
    return found;
  };
  const ascends = (found) =>
    found.every((box, at) => !at || box.top > found[at - 1].top + 4 || box.left >= found[at - 1].left);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const hidden = !node.parentElement.checkVisibility?.({ visibilityProperty: true });
    if (hidden || node.parentElement.closest(".away")) continue;
    const mixed = /\p{Script=Arabic}/u.test(node.data);
    const isolated = getComputedStyle(node.parentElement).direction === "ltr" && !mixed;
    const runs = isolated
      ? [[0, node.data.length]]
      : [...node.data.matchAll(NUMBER)].map((run) => [run.index, run.index + run[0].length]);
    for (const [from, to] of runs) {
      if (!ascends(boxes(node, from, to))) wrong.push(node.data.slice(from, to).trim());
    }
  }
  return wrong;
}
