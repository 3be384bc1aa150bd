/** Light and dark as the reader's system has it. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --text: #1d2733; --soft: #566270; --back: #fff; --side: #f4f6f8; --line: #d5dbe1; --link: #005a96; --code: #eef1f4; --get: #005a96; --post: #8a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e3e8ee; --soft: #a3aebb; --back: #14181d; --side: #1b2027; --line: #343c46; --link: #7fc4ff; --code: #252c35; --get: #7fc4ff; --post: #f2b98a; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; display: grid; grid-template-columns: 20rem minmax(0, 1fr); color: var(--text); background: var(--back); font: 15px/1.5 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; background: var(--side); border-right: 1px solid var(--line); font-size: 13px; }
nav ul { list-style: none; margin: 0 0 .5rem; padding: 0; }
nav li a { display: block; padding: .15rem .3rem; border-radius: 3px; color: inherit; text-decoration: none; text-indent: -3.1em; padding-left: 3.4em; overflow-wrap: anywhere; }
nav li a[href^='openapi'], nav li a[href='#schemas'] { text-indent: 0; padding-left: .3rem; }
nav li a:hover, nav li a:focus-visible { background: var(--code); }
nav h4 { margin: .8rem 0 .2rem; text-transform: capitalize; color: var(--soft); font-size: 12px; }
.brand { font-weight: 600; font-size: 15px; margin: 0 0 .6rem; }
main { padding: 1rem 2rem 6rem; max-width: 72rem; }
h1 { font-size: 1.6rem; margin: .2rem 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; text-transform: capitalize; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
.operation, .schema { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; }
:target { outline: 2px solid var(--link); }
.operation p { margin: .3rem 0 .6rem; }
.verb { display: inline-block; min-width: 2.9em; font: 600 11px/1 ui-monospace, 'DejaVu Sans Mono', monospace; text-indent: 0; color: var(--get); }
.verb.post { color: var(--post); }
code, pre { font: 13px/1.45 ui-monospace, 'DejaVu Sans Mono', monospace; }
td code, p code { background: var(--code); padding: .05rem .25rem; border-radius: 3px; overflow-wrap: anywhere; }
a { color: var(--link); }
.anchor { text-decoration: none; opacity: .5; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; min-width: 34rem; width: 100%; margin: .3rem 0 .6rem; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
th:first-child { width: 12rem; }
th:nth-child(2) { width: 15rem; }
td { overflow-wrap: anywhere; }
small { color: var(--soft); }
summary { cursor: pointer; padding: .2rem 0; }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem; align-items: end; margin: .4rem 0; }
label span { display: block; font-size: 12px; color: var(--soft); }
input { width: 100%; padding: .3rem .4rem; font: inherit; font-size: 13px; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 4px; }
button { padding: .35rem 1rem; font: inherit; font-size: 13px; color: var(--back); background: var(--link); border: 0; border-radius: 4px; cursor: pointer; }
.reply { max-height: 24rem; overflow: auto; padding: .6rem; background: var(--code); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } }
`;
