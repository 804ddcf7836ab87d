import type { DossierEventName } from '../vocabulary.ts';
import type { DossierStatus } from '../state/dossier.ts';

type Lawful = Readonly<Record<DossierEventName, boolean>>;

const nothing: Lawful = {
  submitted: false,
  received: false,
  refused: false,
  transferred: false,
  'supplement-requested': false,
  'supplement-received': false,
  'payment-requested': false,
  'payment-made': false,
  extended: false,
  apologised: false,
  redated: false,
  'withdrawal-requested': false,
  stopped: false,
  processed: false,
  returned: false,
  reassigned: false,
  corrected: false,
  reverted: false,
};

/** Of every dossier there is the latest event may be taken back, whatever it left behind. */
const known: Lawful = { ...nothing, reverted: true };

/** What may happen to every submission that waits for its receipt: the receipt itself ends what was asked, and an unfulfilled wish to withdraw. */
const submission: Lawful = { ...known, received: true, refused: true, stopped: true, reassigned: true, corrected: true };

/** What may happen to every received dossier that has not ended. */
const open: Lawful = {
  ...known,
  refused: true,
  stopped: true,
  processed: true,
  apologised: true,
  redated: true,
  reassigned: true,
  corrected: true,
};

const atWork: Lawful = {
  ...open,
  transferred: true,
  'supplement-requested': true,
  'payment-requested': true,
  extended: true,
  'withdrawal-requested': true,
  returned: true,
};

/**
 * Which event a live command may bring about in which status. A legacy event is taken in any. While the clock stands a dossier is
 * neither handed over nor extended; `transferred` in `withdrawal-requested` says that the citizen took the wish back.
 */
export const statusTable = {
  none: { ...nothing, submitted: true, received: true },
  submitted: { ...submission, 'supplement-requested': true, 'payment-requested': true, 'withdrawal-requested': true },
  'submission-supplement-requested': { ...submission, 'supplement-received': true, 'withdrawal-requested': true },
  'submission-payment-requested': { ...submission, 'payment-made': true, 'withdrawal-requested': true },
  'submission-withdrawal-requested': { ...submission, 'supplement-received': true, 'payment-made': true },
  'submission-stopped': { ...known, corrected: true },
  'turned-away': { ...known, corrected: true },
  received: atWork,
  'in-process': atWork,
  'supplement-requested': { ...open, 'supplement-received': true, 'withdrawal-requested': true },
  'payment-requested': { ...open, 'payment-made': true, 'withdrawal-requested': true },
  'withdrawal-requested': { ...open, transferred: true, 'supplement-received': true, 'payment-made': true },
  stopped: { ...known, corrected: true },
  refused: { ...known, corrected: true },
  // Whoever is responsible hands the result over, or owes it: a reform moves that too.
  processed: { ...known, returned: true, reassigned: true, corrected: true },
  returned: { ...known, corrected: true },
} as const satisfies Record<DossierStatus, Lawful>;
