// Which elements stick out of the screen sideways; what scrolls in a frame of its own may.
() => {
  const width = document.documentElement.clientWidth;
  const framed = (element) => element.closest(".table-frame, pre, .away, .skip");
  const found = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width: wide, height } = element.getBoundingClientRect();
    return wide > 0 && height > 0 && (left < -1 || right > width + 1) && !framed(element);
  });
  const named = found.map((element) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}: ${words}`;
  });
  const beyond = document.documentElement.scrollWidth - width;
  return beyond > 0 || named.length ? [`${beyond} px`, ...named] : [];
}
