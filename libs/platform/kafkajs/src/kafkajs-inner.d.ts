/**
 * Inner modules of kafkajs 2.2.4, which has no types for them: whoever imports one writes down the part it uses. They are imported, not
 * required, so that a bundled service has one kafkajs and not a second one beside it.
 */
declare module 'kafkajs/src/*' {
  const inner: unknown;
  export default inner;
}
