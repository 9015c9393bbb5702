// Builds static/vendor/: htmx as it is; WeUI cut down to what our pages use, and its mirror image
// for languages written from right to left. Each with its licence. The font is setup/font.py's.
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";
import rtlcss from "rtlcss";

const VENDOR = "static/vendor";
const STYLE = "static/style";
const WEUI = "node_modules/weui/dist/style/weui.min.css";

// Classes are looked for here, whole: one put together in a template ("weui-btn_" ~ kind) is not
// found and loses its style.
const PAGES = ["templates/**/*.html", "static/script/**/*.js"];

const COPIES = {
  "htmx.org/dist/htmx.min.js": "htmx.min.js",
  "htmx.org/LICENSE": "htmx.LICENSE.txt",
  "weui/LICENSE.txt": "weui.LICENSE.txt",
  "@fontsource/noto-naskh-arabic/LICENSE": "naskh.LICENSE.txt",
};

/** Which of WeUI's variables our own style sheets use. */
async function ownVariables() {
  if (!existsSync(STYLE)) return [];
  const names = await readdir(STYLE, { recursive: true });
  const sheets = names.filter((name) => name.endsWith(".css"));
  const texts = await Promise.all(sheets.map((name) => readFile(join(STYLE, name), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
}

/** What is left of a rule, and then of its @media, when nothing in it is used. */
function withoutEmptyRules(css) {
  const shorter = css.replace(/(^|[{};]|\*\/)[^{};/]*\{\}/g, "$1");
  return shorter === css ? css : withoutEmptyRules(shorter);
}

/** WeUI without the classes, variables and animations that no page uses. */
async function purged() {
  const [result] = await new PurgeCSS().purge({
    content: PAGES,
    css: [WEUI],
    variables: true,
    keyframes: true,
    // The dark theme and the elder size hang on attributes that a page may or may not have.
    dynamicAttributes: ["data-weui-theme", "data-weui-mode"],
    blocklist: [/wx-root/],
    safelist: { variables: await ownVariables() },
  });
  return withoutEmptyRules(result.css);
}

await mkdir(VENDOR, { recursive: true });
for (const [from, to] of Object.entries(COPIES)) {
  await copyFile(join("node_modules", from), join(VENDOR, to));
}
const css = await purged();
await writeFile(join(VENDOR, "weui.css"), css);
await writeFile(join(VENDOR, "weui.rtl.css"), rtlcss.process(css));
