/** Jest's global teardown: stops what start-stack.js started and waits until it is gone. */
export default async function stopStack() {
  const stack = globalThis.__motcuaTestStack;
  if (stack === undefined || stack.exitCode !== null) return;
  const ended = new Promise((resolve) => stack.once('exit', resolve));
  stack.stdin.end();
  await ended;
}
