import { createServer, type AddressInfo, type Socket } from 'node:net';

/** An SMTP relay that refuses for the time being what it is told to, and notes what it took. */
export class FlakyRelay {
  /** Ids of the deliveries whose mails it took, in their order. */
  readonly taken: string[] = [];
  /** How often it answered that it is to be asked again. */
  refused = 0;
  /** Whether the mail of a delivery is refused for now. */
  refuses: (delivery: string) => boolean = () => false;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#talk(socket);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  #talk(socket: Socket): void {
    let heard = '';
    let mail: string | undefined;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('220 relay\r\n');
    socket.on('data', (data) => {
      heard += data.toString();
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        if (mail === undefined) {
          if (line === 'DATA') mail = '';
          socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        } else if (line === '.') {
          socket.write(this.#take(mail) ? '250 taken\r\n' : '451 try later\r\n');
          mail = undefined;
        } else mail += `${line}\n`;
      }
    });
  }

  #take(mail: string): boolean {
    const delivery = /^Message-ID: <([^@>]+)@/im.exec(mail)?.[1] ?? '';
    const takes = !this.refuses(delivery);
    if (takes) this.taken.push(delivery);
    else this.refused += 1;
    return takes;
  }
}
