import type { z } from 'zod';

/** The keyword of JSON Schema by which a schema says what its texts may hold; where it is missing, they are one line. */
export const TEXT_MARK = 'x-text';

/** A text of several lines, as somebody writes a reason or a comment. */
export const paragraphs = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [TEXT_MARK]: 'paragraphs' });

/** Texts that are taken as they come: a secret, or what is looked at elsewhere. Whoever writes this says why. */
export const verbatim = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [TEXT_MARK]: 'verbatim' });
