import { waitFor } from '@motcua/testing';
import { expect, it } from '@jest/globals';
import { showLiveBoard } from './live-board.ts';

it('is drawn before a figure has come, and says how far that is which arrives', async () => {
  const stop = new AbortController();
  let drawn = '';
  let arriving: string | undefined = '1 of 3 dossiers';
  const board = showLiveBoard({
    // Nobody listens on the discard port.
    stack: {
      gatewayUrl: 'http://127.0.0.1:9',
      services: {},
      postgresUrl: '',
      kafkaBrokers: '',
      createToken: () => Promise.resolve('t'),
    },
    signal: stop.signal,
    tty: true,
    output: { write: (text) => (drawn += text) },
    arriving: () => arriving,
  });
  try {
    await waitFor(() => drawn.includes('arriving: 1 of 3 dossiers'), { describe: 'the first frame' });
    arriving = '2 of 3 dossiers';
    await waitFor(() => drawn.includes('arriving: 2 of 3 dossiers'), { describe: 'the next frame' });
    arriving = undefined;
    drawn = '';
    await waitFor(() => drawn !== '', { describe: 'a frame without it' });
  } finally {
    stop.abort();
    await board;
  }

  expect(drawn).toContain('MỘT CỬA');
  expect(drawn).not.toContain('arriving');
});
