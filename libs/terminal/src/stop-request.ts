/** `npm start` forwards the Ctrl-C that the terminal has sent to us already: an echo, not impatience. */
const ECHO_MS = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface StopRequest {
  /** Aborted by the first Ctrl-C, SIGTERM or hang-up. */
  readonly signal: AbortSignal;
  readonly stopped: Promise<void>;
  /** What a second request does before the process ends at once with exit code 1. */
  readonly onSecond: (act: () => void) => void;
  release(): void;
}

/** Takes over Ctrl-C and its relatives. The first asks for an orderly stop, the second is for the impatient. */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  let actOnSecond = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    controller.signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
  let requestedAt = 0;
  const onSignal = (): void => {
    if (!controller.signal.aborted) {
      requestedAt = Date.now();
      controller.abort();
      return;
    }
    if (Date.now() - requestedAt < ECHO_MS) return;
    actOnSecond();
    process.exit(1);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    stopped,
    onSecond: (act) => {
      actOnSecond = act;
    },
    release: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
