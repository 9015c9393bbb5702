// What the bottom bar still lies over at the end of the page, where nothing can be scrolled away.
() => {
  const bar = document.querySelector(".bar");
  if (!bar) return [];
  const end = document.documentElement.scrollHeight - window.scrollY - bar.offsetHeight;
  const last = document.querySelector(".foot, .main:last-of-type").getBoundingClientRect();
  return last.bottom > end + 1 ? [`${last.bottom - end} px under the bar`] : [];
}
