import { LocalizedName } from '@motcua/contracts';
import { z } from 'zod';
import { variableKinds, type VariableKindName } from './variable-kinds.ts';

const kindNames = Object.keys(variableKinds) as VariableKindName[];
const declaredKinds = kindNames.flatMap((kind) => [kind, `${kind}?`] as const);

const Texts = z.strictObject({
  subject: z.string().min(1).describe('One line: subject of a mail, title of a notice.'),
  text: z.string().min(1).describe('Plain text; the HTML of a mail is made of it.'),
  sms: z.string().min(1).optional().describe('Short form; absent: the subject is sent.'),
});

/** A template as its file holds it: one file a version, never changed once it was used, so that a proof of delivery stays true. */
export const Template = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().min(1),
  name: LocalizedName,
  audience: z.enum(['staff', 'applicant']),
  variables: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), z.enum(declaredKinds)),
  sample: z.record(z.string(), z.unknown()),
  vi: Texts,
  en: Texts,
});
export type Template = z.infer<typeof Template>;

/** In which zone its moments are written, where the caller does not say. */
const defaultTimeZone = 'Asia/Ho_Chi_Minh';
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone').default(defaultTimeZone);

/** The schema of a template's variables: unknown ones are dropped, so that a caller may give all it knows. */
export function toVariablesSchema({ variables }: Pick<Template, 'variables'>) {
  const fields = Object.entries(variables).map(([name, declared]) => {
    const { kind, optional } = parseKind(declared);
    const { schema } = variableKinds[kind];
    return [name, optional ? schema.nullish().transform((value: unknown) => value ?? null) : schema] as const;
  });
  return z.object({ ...(Object.fromEntries(fields) as Record<string, z.ZodType>), timeZone });
}

export function parseKind(declared: string): { readonly kind: VariableKindName; readonly optional: boolean } {
  const optional = declared.endsWith('?');
  // The schema above admits the names of kinds alone.
  return { kind: (optional ? declared.slice(0, -1) : declared) as VariableKindName, optional };
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
