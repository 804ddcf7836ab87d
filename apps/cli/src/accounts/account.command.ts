import { AccountId, type AccountPost } from '@motcua/contracts';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command, InvalidArgumentError } from 'commander';
import {
  changeAccount,
  connectAsOperator,
  createAccount,
  listAccounts,
  putPosts,
  resetPassword,
  type AccountAction,
} from './account-client.ts';
import { toAccountLines, toPasswordLines } from './account-lines.ts';
import { parsePost } from './parse-post.ts';

interface Options {
  readonly json?: boolean;
}

const changes: Readonly<Record<AccountAction, string>> = {
  disable: 'Lets somebody sign in no more, and ends their sessions.',
  enable: 'Lets somebody sign in again.',
  unlock: 'Lets somebody try again at once who failed too often.',
  'second-factor-reset': 'Forgets a telephone that was lost; another one is set up at the next sign-in.',
};

/** `motcua account`: who can sign in at the provider that comes with the product. */
export function createAccountCommand(): Command {
  const command = new Command('account')
    .description('Lists, makes and changes the accounts of people.')
    .addHelpText('after', toExamples('motcua account list xa-thanh-ba', 'motcua account reset xa-thanh-ba.head'))
    .addCommand(createListCommand())
    .addCommand(createCreateCommand())
    .addCommand(createResetCommand())
    .addCommand(createPostsCommand());
  for (const action of Object.keys(changes) as AccountAction[]) command.addCommand(createChangeCommand(action)); // the keys of a constant
  return command;
}

const createListCommand = (): Command =>
  new Command('list')
    .description('Lists accounts.')
    .argument('[search]', 'part of a name, or the code of a unit')
    .option('--json', 'print {"accounts": […]}')
    .action(async (search: string | undefined, { json = false }: Options) => {
      const accounts = await listAccounts(await connectAsOperator(), search);
      if (json) printJson({ accounts });
      else printLines(...toAccountLines(accounts));
    });

const createCreateCommand = (): Command =>
  new Command('create')
    .description('Makes an account, with a password for one sign-in that is shown this once.')
    .argument('<name>', 'what they sign in with; of staff, the staff id', parseName)
    .requiredOption('--person <name>', 'their own name')
    .requiredOption('--post <role@unit>', 'what they may act as; may be given several times', parsePost)
    .option('--json', 'print {"account", "oneTimePassword"}')
    .addHelpText('after', toExamples('motcua account create xa-thanh-ba.04 --person "Trần Văn Nam" --post counter@xa-thanh-ba'))
    .action(async (id: string, { person, post, json = false }: Options & { person: string; post: AccountPost[] }) => {
      const made = await createAccount(await connectAsOperator(), { id, displayName: person, posts: post });
      if (json) printJson(made);
      else printLines(...toPasswordLines(made));
    });

const createResetCommand = (): Command =>
  new Command('reset')
    .description('Makes a password for one sign-in, shown this once, in place of theirs; their sessions end.')
    .argument('<name>', undefined, parseName)
    .option('--json', 'print {"account", "oneTimePassword"}')
    .action(async (id: string, { json = false }: Options) => {
      const made = await resetPassword(await connectAsOperator(), id);
      if (json) printJson(made);
      else printLines(...toPasswordLines(made));
    });

const createPostsCommand = (): Command =>
  new Command('posts')
    .description('Says what somebody may act as from now on, instead of before; their sessions end.')
    .argument('<name>', undefined, parseName)
    .requiredOption('--post <role@unit>', 'may be given several times', parsePost)
    .option('--json', 'print {"account"}')
    .action(async (id: string, { post, json = false }: Options & { post: AccountPost[] }) => {
      const account = await putPosts(await connectAsOperator(), id, post);
      if (json) printJson({ account });
      else printLines(...toAccountLines([account]));
    });

const createChangeCommand = (action: AccountAction): Command =>
  new Command(action)
    .description(changes[action])
    .argument('<name>', undefined, parseName)
    .option('--json', 'print {"account"}')
    .action(async (id: string, { json = false }: Options) => {
      const account = await changeAccount(await connectAsOperator(), id, action);
      if (json) printJson({ account });
      else printLines(...toAccountLines([account]));
    });

function parseName(text: string): string {
  if (AccountId.safeParse(text).success) return text;
  throw new InvalidArgumentError('A name has small letters, digits, dots and hyphens.');
}
