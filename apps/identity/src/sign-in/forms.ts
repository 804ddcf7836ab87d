import { verbatim } from '@motcua/contracts';
import { z } from 'zod';

// Compared and hashed, kept nowhere: a strange character makes it wrong, as any other does.
const Text = verbatim(z.string().max(1_000));

/** What the forms of the sign-in send. A name is written small, as staff codes are. */
export const PasswordForm = z.object({ name: Text.transform((name) => name.trim().toLowerCase()), password: Text });
export const CodeForm = z.object({ code: Text });
export const NewPasswordForm = z.object({ password: Text, repeat: Text });
