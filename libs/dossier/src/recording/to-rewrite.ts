import type { DecisionContext } from '../decision-context.ts';
import type { Correct } from '../dossier-command.ts';
import type { Rewrite } from '../state/dossier-event.ts';
import type { KnownDossier, Receipt } from '../state/dossier.ts';
import { toSetting } from './to-setting.ts';

/** What a correction rewrites: a right procedure brings its limits along, a right unit or receipt the rules and the calendar. */
export function toRewrite(dossier: KnownDossier, command: Correct, context: DecisionContext): Rewrite {
  const { unit, procedure } = context;
  const receipt = toReceipt(dossier, command, context);
  const movesSetting = command.unit === true || command.receivedAt !== undefined;
  return {
    ...(command.unit === true && unit !== undefined ? { responsible: unit } : {}),
    ...(command.procedure === true && procedure !== undefined
      ? { procedure: { code: procedure.code, field: procedure.field, serviceLevel: procedure.serviceLevel } }
      : {}),
    ...(command.channel === undefined ? {} : { channel: command.channel }),
    ...(command.officer === undefined ? {} : { officer: command.officer }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(command.endedAt === undefined ? {} : { endedAt: command.endedAt }),
    ...(movesSetting ? { setting: toSetting(context), pauseRules: context.ruleSet.pauseRules } : {}),
  };
}

function toReceipt({ receipt }: KnownDossier, command: Correct, { procedure }: DecisionContext): Receipt | undefined {
  if (receipt === null) return undefined;
  const terms = command.procedure === true && procedure !== undefined ? procedure : receipt;
  return {
    ...receipt,
    at: command.receivedAt ?? receipt.at,
    limit: command.limit ?? (receipt.dueKnown ? terms.limit : receipt.limit),
    maxLimit: terms.maxLimit,
    suppliedDue: command.due ?? (command.limit === undefined ? receipt.suppliedDue : null),
    dueKnown: receipt.dueKnown || command.limit !== undefined || command.due !== undefined,
  };
}
