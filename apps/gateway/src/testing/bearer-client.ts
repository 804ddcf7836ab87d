/** A client of the API that shows one access token. */
export class BearerClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  ask(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.token}` } });
  }

  /** A live board that is open. @returns what has come in it, and when it has ended */
  async openStream(): Promise<{ text: () => string; ended: Promise<void> }> {
    const answer = await this.ask('/v1/live?unit=xa-thanh-ba');
    if (answer.status !== 200 || answer.body === null) throw new Error(`The stream was refused: ${answer.status}.`);
    let text = '';
    const read = async (body: ReadableStream<Uint8Array>) => {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) text += chunk;
    };
    // One that is broken off has ended too.
    return { text: () => text, ended: read(answer.body).catch(() => undefined) };
  }
}
