import type { StackConnection } from '@motcua/stack';
import { createNoticeOutput, createScreenProgress, type Progress } from '@motcua/terminal';

/** What is said of a stack that runs: line by line, and above the board while that is drawn. */
export interface StackScreen extends Progress {
  /** Draws the board until the signal; the running step is a line of it. */
  drawBoard(stack: StackConnection, signal: AbortSignal): Promise<void>;
  /** For whoever reads lines: one when figures moved. */
  printBoard(stack: StackConnection, signal: AbortSignal): Promise<void>;
}

export function createStackScreen(plain: Progress): StackScreen {
  let progress = plain;
  return {
    line: (text) => {
      progress.line(text);
    },
    warn: (text) => {
      progress.warn(text);
    },
    step: (title, work) => progress.step(title, work),
    async drawBoard(stack, signal) {
      const output = createNoticeOutput(process.stdout);
      const drawn = createScreenProgress(output, plain);
      progress = drawn;
      try {
        const { showLiveBoard } = await import('../board/live-board.ts');
        await showLiveBoard({ stack, signal, tty: true, output, arriving: drawn.current });
      } finally {
        output.flush();
        drawn.close();
      }
    },
    async printBoard(stack, signal) {
      const { showLiveBoard } = await import('../board/live-board.ts');
      await showLiveBoard({ stack, signal, tty: false });
    },
  };
}
