/**
 * jest-environment-node with one repair: errors made by Node's core (`fs`, sockets) belong to another realm, so that inside
 * Jest's sandbox `error instanceof Error` is false for them. Here the sandbox's builtins recognise both realms.
 */
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

const builtins = ['Error', 'TypeError', 'RangeError', 'Array', 'Object', 'Map', 'Set', 'Uint8Array', 'ArrayBuffer'];

export default class RealmFriendlyEnvironment extends NodeEnvironment {
  async setup() {
    await super.setup();
    for (const name of builtins) {
      const outer = globalThis[name];
      const inner = this.global[name];
      if (inner === outer || typeof inner !== 'function') continue;
      const isInner = Function.prototype[Symbol.hasInstance].bind(inner);
      const isOuter = Function.prototype[Symbol.hasInstance].bind(outer);
      Object.defineProperty(inner, Symbol.hasInstance, {
        // Subclasses inherit this function: for them the ordinary rule holds.
        value(it) {
          return this === inner ? isInner(it) || isOuter(it) : Function.prototype[Symbol.hasInstance].call(this, it);
        },
        configurable: true,
      });
    }
  }
}
