export { field, form, type Form } from './fields.ts';
export { Html, html } from './html.ts';
