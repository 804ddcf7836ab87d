export { createFacts } from './facts.builder.ts';
