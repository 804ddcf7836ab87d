import { field, form, html, type Html } from '@motcua/http/page';
import type { KoaContextWithOIDC, ErrorOut } from 'oidc-provider';
import { languageOf } from '../pages/language-switch.ts';
import { layout } from '../pages/layout.ts';
import { words, type Words } from '../pages/words.ts';

type Context = KoaContextWithOIDC;

/** The pages that the provider itself shows, in our words. Each of its own forms bears a secret of the session. */
export const providerPages = {
  /** Something is wrong with the request of a client, or it is too old. */
  error: (ctx: Context, { error }: ErrorOut): void => {
    show(ctx, ({ failed, failedText, errorCode, toStart }) => ({
      title: failed,
      body: html`<p role="status">${failedText}</p>
        <p class="figure">${errorCode} <code>${error}</code></p>
        <p><a class="button" href="/">${toStart}</a></p>`,
    }));
  },

  logout: (ctx: Context): void => {
    const action = ctx.oidc.urlFor('end_session_confirm');
    show(ctx, ({ logout, logoutText, stay }) => ({
      title: logout,
      body: html`<p>${logoutText}</p>
        ${form({
          action,
          hidden: { xsrf: secretOf(ctx) },
          submit: logout,
          sends: ['logout', 'yes'],
          other: { label: stay, name: 'stay' },
        })}
        ${isAskedFor(ctx) ? html`<script src="/identity/assets/send-form.js" defer></script>` : undefined}`,
    }));
  },

  loggedOut: (ctx: Context): void => {
    show(ctx, ({ loggedOut, loggedOutText, toStart }) => ({
      title: loggedOut,
      body: html`<p role="status">${loggedOutText}</p>
        <p><a class="button" href="/">${toStart}</a></p>`,
    }));
  },

  deviceCode: (ctx: Context, _form: string, _out?: ErrorOut, error?: Error): void => {
    const action = ctx.oidc.urlFor('code_verification');
    const isStopped = error?.name === 'AbortedError';
    show(ctx, ({ device, deviceText, deviceCode, continue: submit, deviceWrong, deviceStopped }) => ({
      title: device,
      alert: error === undefined || isStopped ? undefined : deviceWrong,
      body: isStopped
        ? html`<p role="status">${deviceStopped}</p>`
        : html`<p>${deviceText}</p>
            ${form({
              action,
              hidden: { xsrf: secretOf(ctx) },
              fields: [field({ name: 'user_code', label: deviceCode, autocomplete: 'off', isFocused: true, maxLength: 20 })],
              submit,
            })}`,
    }));
  },

  deviceConfirm: (ctx: Context, _form: string, _client: unknown, _device: unknown, userCode: string): void => {
    const action = ctx.oidc.urlFor('code_verification');
    show(ctx, ({ deviceConfirm, deviceConfirmText, connect, stop }) => ({
      title: deviceConfirm,
      body: html`<p>${deviceConfirmText}</p>
        <p class="figure"><code>${userCode}</code></p>
        ${form({
          action,
          hidden: { xsrf: secretOf(ctx), user_code: userCode },
          submit: connect,
          sends: ['confirm', 'yes'],
          other: { label: stop, name: 'abort' },
        })}`,
    }));
  },

  deviceDone: (ctx: Context): void => {
    show(ctx, ({ deviceDone, deviceDoneText }) => ({
      title: deviceDone,
      body: html`<p role="status">${deviceDoneText}</p>`,
    }));
  },
};

interface Content {
  readonly title: string;
  readonly body: Html;
  readonly alert?: string | undefined;
}

function show(ctx: Context, write: (text: Words) => Content): void {
  const language = languageOf(ctx.get('cookie'));
  ctx.type = 'html';
  ctx.set('cache-control', 'no-store');
  ctx.body = layout({ language, ...write(words[language]) });
}

/**
 * Whether the client has shown our own token of the person whose session this is: then they have said at the client that they go. Asked once
 * more, many leave the machine at the question and believe that they are out.
 */
function isAskedFor({ oidc: { entities, session } }: Context): boolean {
  const hint = entities['IdTokenHint'] as { readonly payload: { readonly sub?: unknown } } | undefined;
  return hint !== undefined && hint.payload.sub === session?.accountId;
}

/** Against forms that other sites send. */
function secretOf({ oidc }: Context): string {
  const secret = oidc.session?.state?.['secret'];
  return typeof secret === 'string' ? secret : '';
}
