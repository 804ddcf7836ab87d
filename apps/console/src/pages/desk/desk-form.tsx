import type { OpenDossier, ProcedureDocument, UnitDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem.ts';
import { dueQuery } from '../../api/desk-queries.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { Sent } from '../../outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { WhatBand } from './bands/what-band.tsx';
import { WhenBand } from './bands/when-band.tsx';
import { WhoBand } from './bands/who-band.tsx';
import { findMissing, toOpenDossier, type Draft } from './draft.ts';
import { toHandInMoment } from './hand-in-moment.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useShortcuts } from './use-shortcuts.ts';

export interface DeskFormProps {
  readonly unit: UnitDocument;
  readonly procedures: readonly ProcedureDocument[];
  /** A refused receipt that is to be mended. */
  readonly returned: Draft | undefined;
  readonly onReceive: (body: OpenDossier, draft: Draft, label: string) => Promise<Sent>;
}

/** One receipt: three bands, from who to when. */
export function DeskForm({ unit, procedures, returned, onReceive }: DeskFormProps) {
  const { t } = useTranslation('desk');
  const locale = useLocale();
  const [draft, setDraft, clear] = useKeptDraft(unit.code);
  const [isSending, setSending] = useState(false);
  const [showsMissing, setShowsMissing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const form = useRef<HTMLFormElement>(null);
  const change = (patch: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
  };
  useEffect(() => {
    if (returned !== undefined) setDraft(returned);
  }, [returned, setDraft]);

  const procedure = procedures.find(({ code }) => code === draft.procedure);
  const due = useQuery({ ...dueQuery(unit.code, procedure?.code ?? ''), enabled: procedure !== undefined });
  const missing = findMissing(draft);

  const receive = async (): Promise<void> => {
    if (isSending) return;
    setShowsMissing(true);
    const [first] = missing;
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[data-asks='${first}'] input`)?.focus();
      return;
    }
    setSending(true);
    setProblem(undefined);
    const at = toHandInMoment({ preview: due.data, previewedAt: due.dataUpdatedAt, now: Date.now() });
    const order = (procedure?.components ?? []).map(({ code }) => code);
    const sent = await onReceive(toOpenDossier(draft, unit.code, order, at), draft, draft.name);
    setSending(false);
    if (sent.kind === 'refused') {
      setProblem(sent.problem);
      return;
    }
    setShowsMissing(false);
    await clear();
    form.current?.querySelector('input')?.focus();
  };
  useShortcuts(form, {
    onReceive: () => void receive(),
    onMore: () => {
      change({ showsMore: !draft.showsMore });
    },
  });

  return (
    <form
      ref={form}
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <WhoBand draft={draft} change={change} missing={showsMissing ? missing : []} />
      <WhatBand
        draft={draft}
        change={change}
        procedures={procedures}
        procedure={procedure}
        missing={showsMissing ? missing : []}
      />
      <WhenBand draft={draft} change={change} due={procedure === undefined ? undefined : due} />
      <div className="desk-foot">
        <Button
          kind="quiet"
          aria-expanded={draft.showsMore}
          onPress={() => {
            change({ showsMore: !draft.showsMore });
          }}
        >
          {t(draft.showsMore ? 'less' : 'more')} <kbd>Alt 4</kbd>
        </Button>
        <p className="desk-problem" role="alert">
          {problem !== undefined && (problem.toSentence(locale) ?? problem.message)}
          {showsMissing &&
            missing.length > 0 &&
            t('missing', { fields: missing.map((field) => t(`fields.${field}`)).join(', ') })}
        </p>
        <Button kind="main" isDisabled={isSending} onPress={() => void receive()}>
          {isSending ? t('sending') : t('receive')} <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
