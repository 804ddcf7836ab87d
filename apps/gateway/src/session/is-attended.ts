import type { IncomingHttpHeaders } from 'node:http';

/** What a page of ours says of a request that it makes by itself, with nobody at it for a minute or more. */
const unattendedHeader = 'motcua-unattended';

/**
 * Whether a request shows that its person is there. A stream is opened again by the browser itself, and a page left open asks every few
 * seconds: a board would keep its reader signed in all day. Whoever lies here keeps their own session, which they could by a click.
 */
export const isAttended = ({ headers }: { readonly headers: IncomingHttpHeaders }): boolean =>
  headers.accept !== 'text/event-stream' && headers[unattendedHeader] === undefined;
