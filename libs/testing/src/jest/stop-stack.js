/** Jest's global teardown: leaves what start-stack.js joined. The servers end when nobody has used them for a while. */
export default function stopStack() {
  globalThis.__motcuaLeaveServers?.();
}
