import type { DossierView, OpenDossier, ProcedureDocument, UnitDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/reference-queries.ts';
import type { WaitingCommand } from '../../outbox/outbox.ts';
import { useOutbox } from '../../outbox/use-outbox.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { Loading } from '../../ui/states.tsx';
import { DeskForm } from './desk-form.tsx';
import { emptyDraft, type Draft } from './draft.ts';
import type { Received } from './received.ts';
import { SlipView } from './slip-view.tsx';
import { Unsent } from './unsent.tsx';
import './desk.css';

const RECEIPTS = '/v1/dossiers';

/** The counter: who hands in what, when it will be done, and the slip. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { units, unit: code } = useScope();
  const unit = units.find((one) => one.code === code);
  const procedures = useQuery(proceduresQuery);
  if (unit === undefined) return <Loading height={560} />;
  return (
    <article className="desk">
      <h1 className="only-read">{t('title')}</h1>
      <Answer query={procedures} height={560}>
        {(all) => <Desk key={unit.code} unit={unit} procedures={all.filter(({ levels }) => levels.includes(unit.kind))} />}
      </Answer>
      <p className="page-help no-print">{t('help')}</p>
    </article>
  );
}

interface DeskProps {
  readonly unit: UnitDocument;
  readonly procedures: readonly ProcedureDocument[];
}

function Desk({ unit, procedures }: DeskProps) {
  const [received, setReceived] = useState<Received | undefined>();
  const [late, setLate] = useState<readonly Received[]>([]);
  const [returned, setReturned] = useState<Draft | undefined>();
  const onLate = useCallback((command: WaitingCommand, view: unknown) => {
    const { body } = toReceipt(command);
    setLate((before) => [...before, { body, view: view as DossierView }]);
  }, []);
  const { waiting, give, withdraw } = useOutbox({ isOurs: isReceipt, onLate });

  if (received !== undefined)
    return (
      <SlipView
        received={received}
        onNext={() => {
          setReceived(undefined);
        }}
      />
    );
  return (
    <>
      <Unsent
        waiting={waiting}
        late={late}
        onShow={(one) => {
          setLate((before) => before.filter((other) => other !== one));
          setReceived(one);
        }}
        onTakeBack={(command) => {
          setReturned(toReceipt(command).draft);
          void withdraw(command.id);
        }}
      />
      <DeskForm
        unit={unit}
        procedures={procedures}
        returned={returned}
        onReceive={async (body, draft, label) => {
          const { id, sent } = await give({ path: RECEIPTS, body, label, draft });
          if (sent.kind === 'answered') setReceived({ body, view: sent.answer as DossierView });
          if (sent.kind === 'refused') await withdraw(id);
          return sent;
        }}
      />
    </>
  );
}

const isReceipt = ({ path }: WaitingCommand): boolean => path === RECEIPTS;

/** A receipt, with the draft that it was made of; an earlier version of the page knew fewer fields. */
const toReceipt = ({ body, draft }: WaitingCommand) => ({
  body: body as OpenDossier,
  draft: { ...emptyDraft, ...(draft as Partial<Draft>) },
});
