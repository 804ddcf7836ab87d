export { field, form, type Form } from './fields.ts';
export { Html, html } from './html.ts';
export { pageStyle } from './page-style.ts';
