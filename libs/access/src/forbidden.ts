import { authForbidden, roles, type Role } from '@motcua/auth';
import type { ProblemError } from '@motcua/http';
import type { Reach } from './reach.ts';
import { rules, type Action } from './rules/rules.ts';

interface Words {
  readonly vi: string;
  readonly en: string;
}

const roleWords: Readonly<Record<Role, Words>> = {
  counter: { vi: 'công chức một cửa', en: 'a counter officer' },
  specialist: { vi: 'chuyên viên', en: 'a specialist' },
  head: { vi: 'trưởng đơn vị', en: 'a head' },
  leader: { vi: 'lãnh đạo', en: 'a leader' },
  delegation: { vi: 'đoàn giám sát', en: 'a delegation' },
  auditor: { vi: 'người kiểm toán truy cập', en: 'an auditor' },
  admin: { vi: 'quản trị viên', en: 'an administrator' },
  source: { vi: 'hệ thống nguồn', en: 'a legacy system (role "source")' },
};

const reachWords: Readonly<Record<Reach, Words>> = {
  all: { vi: '', en: '' },
  installation: { vi: ' không gắn với đơn vị nào', en: ' bound to no unit' },
  subtree: { vi: ' của đơn vị này hoặc đơn vị cấp trên', en: ' of the unit or of one above it' },
  'own-unit': { vi: ' của chính đơn vị này', en: ' of the very unit' },
  own: { vi: ', đối với những gì của chính mình', en: ', of what is their own' },
  'own-source': { vi: ', đối với nguồn và đơn vị của mình', en: ', of its own source and unit' },
};

/** The refusal of an action: who could do it. */
export function forbidden(...actions: readonly [Action, ...Action[]]): ProblemError {
  const sentences = actions.map(toSentence);
  const permittedTo = [...new Set(actions.flatMap((action) => roles.filter((role) => rules[action].to[role] !== undefined)))];
  return authForbidden(
    { vi: sentences.map(({ vi }) => vi).join(' '), en: sentences.map(({ en }) => en).join(' ') },
    { actions, permittedTo },
  );
}

function toSentence(action: Action): Words {
  const { name, to, services = [] } = rules[action];
  const reaches = [...new Set(roles.flatMap((role) => to[role] ?? []))];
  const groups = reaches.map((reach) => {
    const those = roles.filter((role) => to[role] === reach);
    return {
      vi: `${list(
        those.map((role) => roleWords[role].vi),
        'hoặc',
      )}${reachWords[reach].vi}`,
      en: `${list(
        those.map((role) => roleWords[role].en),
        'or',
      )}${reachWords[reach].en}`,
    };
  });
  if (services.length > 0)
    groups.push({ vi: `dịch vụ có phạm vi ${services.join(', ')}`, en: `a service with the scope ${services.join(', ')}` });
  return {
    vi: `Việc ${name.vi} dành cho ${groups.map(({ vi }) => vi).join('; ')}.`,
    en: `To ${name.en} takes ${groups.map(({ en }) => en).join('; ')}.`,
  };
}

const list = (words: readonly string[], or: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1) ?? ''}`;
