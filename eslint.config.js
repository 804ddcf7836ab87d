/** Where editors look for it; the rules are in libs/tooling. */
export { default } from './libs/tooling/eslint.config.js';
