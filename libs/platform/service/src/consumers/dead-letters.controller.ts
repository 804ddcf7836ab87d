import { Requires } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import { ProblemError } from '@motcua/http';
import { createDeadLettersController } from '@motcua/kafka';
import type { Type } from '@nestjs/common';

const titles = {
  'dlq.not-found': { vi: 'Không có thông điệp này', en: 'There is no such dead letter' },
  'dlq.not-parked': { vi: 'Thông điệp không còn bị giữ lại', en: 'The dead letter is no longer parked' },
  'dlq.projection-unknown': { vi: 'Không có phép chiếu này ở đây', en: 'The projection is not run here' },
  'dlq.held': { vi: 'Phải xử lý thông điệp trước của cùng khóa', en: 'An earlier dead letter of the key comes first' },
  'dlq.still-failing': { vi: 'Phát lại vẫn không thành công', en: 'Replayed and failed again' },
} as const;

/** `GET <path>`, `GET <path>/{id}`, `POST <path>/{id}/replay|drop`: for operators alone, payloads may be anything. */
export function createOperatorsDeadLetters(path: string): Type {
  const controller = createDeadLettersController({
    path,
    toProblem: ({ code, detail }) =>
      new ProblemError({ status: code === 'dlq.not-found' ? 404 : 409, code, titles: titles[code], detail }),
    // The guard has put it there: the route is not public.
    authorize: (request) => (request as { actor: Actor }).actor.sub,
  });
  Requires('operate')(controller);
  return controller;
}
