/** The page's rules for all `div`s must not reach the host. Light on every page, so that it is seen to be no part of it. */
export const STYLES = `
:host {
  all: initial !important;
  display: block !important;
  margin-block: 8px !important;
}
details {
  padding: 8px 10px;
  border: 2px solid #8a5a00;
  border-radius: 4px;
  background: #fff8e1;
  color: #1f1f1f;
  font: 14px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
  text-align: start;
}
summary {
  cursor: pointer;
  font-weight: 700;
}
dl, dd {
  margin: 0;
}
dt {
  margin-block-start: 8px;
  font-weight: 700;
}
ul, ol {
  margin: 0;
  padding-inline-start: 1.6em;
}
button {
  margin-block-start: 10px;
  padding: 4px 10px;
  border: 1px solid #8a5a00;
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
:focus-visible {
  outline: 2px solid #1f1f1f;
  outline-offset: 2px;
}
@media print {
  :host {
    display: none !important;
  }
}
`;
