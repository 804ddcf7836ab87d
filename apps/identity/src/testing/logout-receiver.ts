import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Where the gateway would be told that a session has ended. */
export class LogoutReceiver {
  /** Logout tokens as they came. */
  readonly tokens: string[] = [];
  /** Answers 503, as a gateway that restarts. */
  isAway = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LogoutReceiver> {
    const server = createServer();
    const receiver = new LogoutReceiver(server);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        const token = new URLSearchParams(body).get('logout_token');
        const isTaken = !receiver.isAway && request.url === '/auth/back-channel-logout' && token !== null;
        if (isTaken) receiver.tokens.push(token);
        response.writeHead(isTaken ? 200 : 503).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // It listens on a port.
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
