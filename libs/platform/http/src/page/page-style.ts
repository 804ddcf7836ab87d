/**
 * What pages of ours without a script have in common: colours in light and dark, words, fields, buttons. A page's own style comes
 * after it and may set `--control`, the height of what is touched, and `--ring`, the width of the focus.
 */
export const pageStyle = `:root {
  color-scheme: light dark;
  --ground: #f6f7f9;
  --card: #fff;
  --text: #1f2328;
  --quiet: #57606a;
  --line: #8c959f;
  --edge: #d0d7de;
  --brand: #9f1d20;
  --blue: #0b5cad;
  --on-blue: #fff;
  --good: #1a7f37;
  --alert: #b42318;
  --alert-ground: #fff1f0;
  --control: 46px;
  --ring: 2px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117;
    --card: #161b22;
    --text: #e6edf3;
    --quiet: #9da7b3;
    --line: #6e7681;
    --edge: #30363d;
    --brand: #f47067;
    --blue: #79b8ff;
    --on-blue: #06223f;
    --good: #3fb950;
    --alert: #ff9b91;
    --alert-ground: #34171a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); }
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  border-bottom: 1px solid var(--edge);
  background: var(--card);
}
.brand { font-weight: 600; }
nav { margin: 0 -0.7rem; }
nav a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: 600; }
.hint, .help { color: var(--quiet); }
.hint { margin: 0; }
.help { padding-top: 1rem; border-top: 1px solid var(--edge); }
.alert {
  padding: 0.75rem;
  border-left: 4px solid var(--alert);
  border-radius: 4px;
  background: var(--alert-ground);
  color: var(--alert);
}
input:not([type='hidden']) {
  display: block;
  width: 100%;
  min-height: var(--control);
  margin: 0.35rem 0 1rem;
  padding: 0.5rem 0.7rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--card);
  color: var(--text);
  font: inherit;
}
input[aria-invalid] { border-color: var(--alert); }
button, .button {
  display: inline-block;
  width: 100%;
  min-height: var(--control);
  padding: 0.6rem 1rem;
  border: 1px solid var(--blue);
  border-radius: 6px;
  background: var(--blue);
  color: var(--on-blue);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
a:focus-visible, button:focus-visible, input:focus-visible { outline: var(--ring) solid var(--blue); outline-offset: 2px; }
`;
