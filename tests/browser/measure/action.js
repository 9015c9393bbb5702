// Main actions that are lower than `least` px.
(least) =>
  [...document.querySelectorAll(".button:not(.button_small)")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.getBoundingClientRect().height + 0.5 < least)
    .map((element) => `${element.textContent.trim()} ${element.getBoundingClientRect().height}`)
