/**
 * The whole look of every page, in one inline sheet: no file, font or picture is fetched. The policy allows exactly
 * this text by its hash, so that a style injected by anyone else does not apply.
 *
 * Every pair of colours holds 4.5:1 (text) or 3:1 (borders of controls) in both schemes; whatever can be pressed is
 * at least 44 CSS pixels high (2.75rem).
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #f5f4f0; --sheet: #ffffff; --ink: #1d2733; --soft: #566170; --line: #d9d6cd; --edge: #7b8592;
  --accent: #1c5567; --accent-strong: #123e4c; --on-accent: #ffffff; --tint: #eaf2f4;
  --alert: #a3261b; --alert-tint: #fdf1ef; --good: #22673f;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12171c; --sheet: #1a2128; --ink: #e9e7e2; --soft: #a9b3be; --line: #333d47; --edge: #83909d;
    --accent: #8ecbdc; --accent-strong: #b5e0ec; --on-accent: #0d2129; --tint: #1f3038;
    --alert: #ffa79d; --alert-tint: #35211f; --good: #8fd3a8;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
body > * { max-width: 42rem; margin-inline: auto; padding-inline: 1.25rem; }
body > header {
  display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  padding-block: .75rem .5rem;
}
.organisation { margin: 0; min-width: 0; font-family: var(--serif); font-size: 1.125rem; font-weight: 600; }
.organisation::before {
  content: ""; display: inline-block; width: .625rem; height: .625rem; margin-inline-end: .625rem;
  border-radius: 50%; background: var(--accent);
}
nav { flex: none; }
nav a { display: inline-flex; align-items: center; min-height: 2.75rem; min-width: 2.75rem; }
main { padding-block: .5rem 1.5rem; }
footer { padding-block: 0 3rem; color: var(--soft); font-size: .9375rem; }
h1, h2 { font-weight: 600; line-height: 1.25; }
h1 { margin: 0 0 .75rem; text-wrap: balance; font-family: var(--serif); font-size: clamp(1.625rem, 1.35rem + 1.4vw, 2.125rem); letter-spacing: -.01em; }
h2 { margin: 0 0 1rem; font-size: 1.1875rem; }
p { margin: 0 0 1rem; }
ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
li + li { margin-top: .375rem; }
p:last-child, ul:last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: .2em; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.sheet {
  margin: 0 0 1.25rem; padding: 1.25rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem;
}
.lead { font-size: 1.1875rem; line-height: 1.5; }
.soft { color: var(--soft); font-size: .9375rem; }
dl { margin: 0; }
dl > div { padding-block: .75rem; border-top: 1px solid var(--line); }
dl > div:first-child { padding-top: 0; border-top: 0; }
dl > div:last-child { padding-bottom: 0; }
dt { color: var(--soft); font-size: .9375rem; }
dd { margin: 0; }
dd .soft { display: block; }
blockquote {
  margin: 0; padding: .25rem 0 .25rem 1rem; border-inline-start: 3px solid var(--accent); white-space: pre-wrap;
}
.earlier { margin: 0; padding: 0; list-style: none; }
.earlier li + li { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.earlier p { margin: 0; }
fieldset { min-width: 0; margin: 0 0 1.75rem; padding: 0; border: 0; }
.field { margin: 0 0 1.5rem; }
legend, .field > label { display: block; margin: 0 0 .5rem; padding: 0; font-weight: 600; }
.hint { margin: -.25rem 0 .625rem; color: var(--soft); font-size: .9375rem; }
.choice {
  position: relative; margin: 0 0 .625rem; background: var(--sheet);
  border: 1px solid var(--edge); border-radius: .5rem;
}
.choice input {
  position: absolute; top: .8125rem; inset-inline-start: .9375rem; width: 1.25rem; height: 1.25rem; margin: 0;
  accent-color: var(--accent);
}
.choice label { display: block; min-height: 2.875rem; padding: .625rem 1rem .625rem 3.125rem; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); }
.choice:has(input:focus-visible) { outline: 3px solid var(--accent); outline-offset: 3px; }
.choice input:focus-visible { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.badge {
  display: inline-block; margin-inline-start: .375rem; padding: .0625rem .5rem; font-size: .8125rem; font-weight: 600;
  color: var(--accent); border: 1px solid var(--accent); border-radius: 1rem; white-space: nowrap;
}
details { margin-top: -.5rem; padding: 0 1rem .125rem 3.125rem; font-size: .9375rem; }
summary { display: flex; align-items: center; min-height: 2.75rem; color: var(--accent); cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before {
  content: ""; flex: none; width: .4375rem; height: .4375rem; margin-inline: .125rem .625rem;
  border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg);
}
details[open] > summary::before { transform: rotate(45deg); }
details[open] { padding-bottom: .875rem; }
details li + li { margin-top: .125rem; }
input[type=password], textarea {
  display: block; width: 100%; min-height: 2.875rem; padding: .5625rem .75rem; font: inherit; color: var(--ink);
  background: var(--sheet); border: 1px solid var(--edge); border-radius: .5rem;
}
textarea { min-height: 8rem; resize: vertical; }
button {
  display: block; width: 100%; min-height: 3.125rem; padding: .75rem 1.5rem; font: inherit; font-weight: 600;
  color: var(--on-accent); background: var(--accent); border: 2px solid transparent; border-radius: .5rem; cursor: pointer;
}
button:hover { background: var(--accent-strong); }
.errors {
  margin: 1.25rem 0 1.5rem; padding: 1rem 1.25rem .5rem; background: var(--alert-tint); border: 2px solid var(--alert);
  border-radius: .75rem;
}
.errors h2 { margin: 0; font-size: 1.125rem; }
.errors:focus { outline: 3px solid var(--alert); outline-offset: 3px; }
.errors a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--alert); font-weight: 600; }
.error { margin: 0 0 .5rem; color: var(--alert); font-weight: 600; }
[aria-invalid=true], .wrong .choice { border-color: var(--alert); box-shadow: inset 0 0 0 1px var(--alert); }
.mark {
  display: flex; align-items: center; justify-content: center; width: 3rem; height: 3rem; margin: 0 0 1rem;
  font-size: 1.5rem; line-height: 1; color: var(--good); border: 2px solid currentColor; border-radius: 50%;
}
.mark.plain { color: var(--accent); }
/* Only what belongs to the chosen answer is shown; browsers that do not know :has() show it all, and say when it counts. */
form:has(#decision-refuse:checked) :is(.if-approved, .if-asked), form:has(#decision-approve:checked) :is(.if-refused, .if-asked),
form:has(#decision-ask:checked) :is(.if-approved, .if-refused),
form:has(#decision-accept:checked) .if-refused { display: none; }
@media (min-width: 40rem) {
  .sheet { padding: 1.75rem 2rem; }
  body > header { padding-block: 1.25rem .75rem; }
  dl > div { display: grid; grid-template-columns: 11rem 1fr; align-items: baseline; gap: 1rem; }
  button { width: auto; min-width: 16rem; }
}
@media (forced-colors: active) {
  .choice:has(:checked) { outline: 2px solid Highlight; }
  button { border-color: ButtonText; }
}
`
