import { createServiceTokens } from '@motcua/auth';
import { LOGGER } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { BackgroundLoops, CONFIG, NOW, POOL } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantCipher } from '../applicants/applicant-cipher.ts';
import { service, type Config } from '../config.ts';
import { createCodeSender } from './codes/code-sender.ts';
import { CodeSending } from './codes/code-sending.loop.ts';
import { QuestionHasher } from './codes/question-hashes.ts';
import { Questions } from './codes/questions.ts';
import { LookUpTokens } from '../look-up-links/look-up-tokens.ts';
import { LookUps } from './look-ups.ts';
import { LookUpsController, QUESTIONS } from './look-ups.controller.ts';

/** How a dossier stands, for its applicant. */
@Global()
@Module({
  controllers: [LookUpsController],
  providers: [
    LookUps,
    { provide: LookUpTokens, inject: [ApplicantCipher], useFactory: (cipher: ApplicantCipher) => new LookUpTokens(cipher) },
    {
      provide: QUESTIONS,
      inject: [CONFIG, POOL, ApplicantCipher, LookUpTokens, BackgroundLoops, LOGGER, NOW],
      useFactory: createQuestions,
    },
  ],
  exports: [LookUpTokens],
})
export class LookUpsModule {}

/** null: nobody is asked to send codes here. */
function createQuestions(
  { NOTIFICATION_URL: notificationUrl, SERVICE_KEY: keyFile, LOOK_UP_CODE_MINUTES: codeMinutes }: Config,
  pool: Pool,
  cipher: ApplicantCipher,
  tokens: LookUpTokens,
  loops: BackgroundLoops,
  logger: Logger,
  now: () => number,
): Questions | null {
  const [hashKey] = cipher.listHashKeys();
  if (notificationUrl === undefined || keyFile === undefined || hashKey === undefined) return null;
  const asked = { keyFile, service, audience: 'notification', scopes: ['one-time-code:send'] } as const;
  const sender = createCodeSender({ notificationUrl, tokens: createServiceTokens(asked) });
  const hasher = new QuestionHasher(hashKey);
  const sending = new CodeSending({ pool, hasher, sender, loops, logger, now });
  const onAsked = (): void => {
    sending.wake();
  };
  return new Questions({ pool, tokens, hasher, codeMinutes, now, onAsked });
}
