/** A service as the supervisor sees one: listens on PORT, is ready after READY_AFTER_MS (until then it says REASON), and fails at start when FAIL is set. */
import { createServer } from 'node:http';

const { PORT, READY_AFTER_MS = '0', FAIL, REASON = 'clock: too early' } = process.env;
if (FAIL !== undefined) {
  console.error(FAIL);
  process.exit(3);
}
const readyAt = Date.now() + Number(READY_AFTER_MS);
const server = createServer((_request, response) => {
  const ready = Date.now() >= readyAt;
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: ready ? 'ready' : 'not-ready', reasons: ready ? [] : [REASON], checks: {} }));
});
server.listen(Number(PORT), '127.0.0.1', () =>
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${PORT}` })),
);
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
