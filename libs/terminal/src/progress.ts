import { performance } from 'node:perf_hooks';
import pc from 'picocolors';
import { formatDecimal } from './format-number.ts';

/** Tells the person at the terminal what goes on, on stderr where stdout belongs to a result. */
export interface Progress {
  /** Runs `work`, shows that it runs, how far it is (`say`), and how long it took. A failure is shown and thrown on. */
  step<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>;
  readonly line: (text: string) => void;
  readonly warn: (text: string) => void;
}

export interface ProgressOutput {
  readonly stream: { write(text: string): unknown; readonly isTTY?: boolean | undefined };
  /** Every line as JSON: `{"at", "event", "text"}`. */
  readonly json?: boolean;
}

/** On a terminal a spinner that becomes a tick; elsewhere plain lines with the time; with `json` one JSON object a line. */
export function createProgress(output: ProgressOutput): Progress {
  if (output.json === true) return createLineProgress((event, text) => toJsonLine(event, text), output);
  return output.stream.isTTY === true ? createSpinnerProgress(output) : createLineProgress(toPlainLine, output);
}

type Event = 'start' | 'detail' | 'done' | 'failed' | 'line' | 'warning';

const DETAIL_EVERY_MS = 5_000;

function createLineProgress(toLine: (event: Event, text: string) => string, { stream }: ProgressOutput): Progress {
  const write = (event: Event, text: string): void => void stream.write(`${toLine(event, text)}\n`);
  return {
    line: (text) => {
      write('line', text);
    },
    warn: (text) => {
      write('warning', text);
    },
    step(title, work) {
      write('start', title);
      let spokeAt = performance.now();
      const say = (detail: string): void => {
        if (performance.now() - spokeAt < DETAIL_EVERY_MS) return;
        spokeAt = performance.now();
        write('detail', `${title}: ${detail}`);
      };
      return timed(
        () => work(say),
        (seconds) => {
          write('done', `${title} (${seconds})`);
        },
        () => {
          write('failed', title);
        },
      );
    },
  };
}

function createSpinnerProgress({ stream }: ProgressOutput): Progress {
  const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
  const replaceLine = (text: string): void => void stream.write(`\r\u001b[2K${text}`);
  return {
    line: (text) => {
      replaceLine(`${text}\n`);
    },
    warn: (text) => {
      replaceLine(`${pc.yellow('!')} ${text}\n`);
    },
    step(title, work) {
      let detail = '';
      let frame = 0;
      const draw = (): void => {
        frame = (frame + 1) % frames.length;
        replaceLine(`${pc.cyan(frames[frame] ?? '')} ${title}${detail === '' ? '' : pc.dim(` · ${detail}`)}`);
      };
      draw();
      const timer = setInterval(draw, 100);
      const end = (mark: string, note: string): void => {
        clearInterval(timer);
        replaceLine(`${mark} ${title}${note}\n`);
      };
      const say = (text: string): void => {
        detail = text;
      };
      return timed(
        () => work(say),
        (seconds) => {
          end(pc.green('✓'), pc.dim(` ${seconds}`));
        },
        () => {
          end(pc.red('✗'), '');
        },
      );
    },
  };
}

/** Runs `work` and tells how long it took, or that it failed. */
export async function timed<T>(work: () => Promise<T>, onDone: (seconds: string) => void, onFailed: () => void): Promise<T> {
  const begun = performance.now();
  try {
    const result = await work();
    onDone(`${formatDecimal((performance.now() - begun) / 1000, 1)} s`);
    return result;
  } catch (error) {
    onFailed();
    throw error;
  }
}

function toPlainLine(event: Event, text: string): string {
  const mark = { start: '…', detail: '…', done: '✓', failed: '✗', line: '·', warning: '!' }[event];
  return `${new Date().toISOString().slice(11, 19)}Z ${mark} ${text}`;
}

const toJsonLine = (event: Event, text: string): string => JSON.stringify({ at: new Date().toISOString(), event, text });
