import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Provider, { errors } from 'oidc-provider';
import { OIDC_PROVIDER } from '../provider/tokens.ts';
import { Progress } from './progress.ts';

/** A browser that was sent to us to sign somebody in. */
export interface OpenInteraction {
  readonly progress: Progress | undefined;
  save(progress: Progress): Promise<void>;
  /** @returns where the browser goes on */
  finish(progress: Progress): Promise<string>;
}

/** The provider's side of a sign-in. */
@Injectable()
export class Interactions {
  constructor(@Inject(OIDC_PROVIDER) private readonly provider: Provider) {}

  /** Undefined: it was open too long, is done, or is another browser's. */
  async find({ raw: request }: FastifyRequest, { raw: reply }: FastifyReply): Promise<OpenInteraction | undefined> {
    const { provider } = this;
    try {
      const { result } = await provider.interactionDetails(request, reply);
      const put = (content: object) =>
        provider.interactionResult(request, reply, { ...content }, { mergeWithLastSubmission: false });
      return {
        progress: Progress.safeParse(result?.['progress']).data,
        save: async (progress) => {
          await put({ progress });
        },
        finish: ({ accountId, amr }) => put({ login: { accountId, amr, remember: false } }),
      };
    } catch (err) {
      if (err instanceof errors.SessionNotFound) return undefined;
      throw err;
    }
  }
}
