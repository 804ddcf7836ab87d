import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knownApplicantQuery } from '../../../api/desk-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import type { Draft, Missing } from '../draft.ts';
import { Band } from './band.tsx';

export interface WhoBandProps {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  readonly missing: readonly Missing[];
}

/** A personal ID has nine or twelve digits, an organisation's ten or thirteen. */
const isWhole = (idNumber: string): boolean => /^\d{9,13}$/.test(idNumber);

/** Who hands in; known people fill in from their last dossier here. */
export function WhoBand({ draft, change, missing }: WhoBandProps) {
  const { t } = useTranslation('desk');
  const [asked, setAsked] = useState('');
  const { data: known } = useQuery({ ...knownApplicantQuery(asked), enabled: isWhole(asked) });
  const isOffered = known !== undefined && known !== null && asked === draft.idNumber && draft.name === '';
  const kinds = (['person', 'organisation'] as const).map((value) => ({ value, label: t(value) }));
  const fill = (): void => {
    if (known === undefined || known === null) return;
    const { name = '', phone = '', email = '', address = '' } = known;
    change({ name, phone, email, address });
  };
  return (
    <Band
      number={1}
      title={t('who')}
      aside={
        <Segments
          label={t('kind')}
          hidesLabel
          options={kinds}
          value={draft.kind}
          onChange={(kind) => {
            change({ kind });
          }}
        />
      }
    >
      <div className="field-grid">
        <TextField
          label={t(draft.kind === 'person' ? 'idNumber' : 'taxNumber')}
          value={draft.idNumber}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          onChange={(idNumber) => {
            change({ idNumber });
          }}
          onBlur={() => {
            setAsked(draft.idNumber.trim());
          }}
        />
        <div className="span-6" data-asks="name">
          <TextField
            label={t(draft.kind === 'person' ? 'name' : 'organisationName')}
            isRequired
            isInvalid={missing.includes('name')}
            value={draft.name}
            maxLength={200}
            autoComplete="off"
            onChange={(name) => {
              change({ name });
            }}
          />
        </div>
        <TextField
          label={t('phone')}
          value={draft.phone}
          maxLength={20}
          inputMode="tel"
          autoComplete="off"
          onChange={(phone) => {
            change({ phone });
          }}
        />
        <TextField
          label={t('email')}
          value={draft.email}
          type="email"
          autoComplete="off"
          onChange={(email) => {
            change({ email });
          }}
        />
        <TextField
          label={t('address')}
          span={6}
          value={draft.address}
          maxLength={500}
          autoComplete="off"
          onChange={(address) => {
            change({ address });
          }}
        />
        <div className="span-3 field-beside">
          {isOffered ? (
            <Button onPress={fill}>{t('fillIn', { name: known.name ?? '' })}</Button>
          ) : (
            <Tick
              isSelected={draft.hasAuthorised}
              onChange={(hasAuthorised) => {
                change({ hasAuthorised });
              }}
            >
              {t('hasAuthorised')}
            </Tick>
          )}
        </div>
        {draft.kind === 'organisation' && <Representing draft={draft} change={change} />}
        {draft.hasAuthorised && <Authorised draft={draft} change={change} missing={missing} />}
      </div>
    </Band>
  );
}

/** Who acts for an organisation by law. */
function Representing({ draft, change }: Omit<WhoBandProps, 'missing'>) {
  const { t } = useTranslation('desk');
  return (['representative', 'position'] as const).map((part) => (
    <TextField
      key={part}
      label={t(part)}
      span={6}
      value={draft[part]}
      maxLength={200}
      autoComplete="off"
      onChange={(text) => {
        change({ [part]: text });
      }}
    />
  ));
}

function Authorised({ draft: { authorised, authorisedAddress, showsMore }, change, missing }: WhoBandProps) {
  const { t } = useTranslation('desk');
  const set = (patch: Partial<Draft['authorised']>): void => {
    change({ authorised: { ...authorised, ...patch } });
  };
  return (
    <>
      <TextField
        label={t('authorisedId')}
        value={authorised.idNumber}
        maxLength={20}
        inputMode="numeric"
        autoComplete="off"
        onChange={(idNumber) => {
          set({ idNumber });
        }}
      />
      <div className="span-6" data-asks="authorised">
        <TextField
          label={t('authorisedName')}
          isRequired
          isInvalid={missing.includes('authorised')}
          value={authorised.name}
          maxLength={200}
          autoComplete="off"
          onChange={(name) => {
            set({ name });
          }}
        />
      </div>
      <TextField
        label={t('authorisedPhone')}
        value={authorised.phone}
        maxLength={20}
        inputMode="tel"
        autoComplete="off"
        onChange={(phone) => {
          set({ phone });
        }}
      />
      {showsMore && (
        <TextField
          label={t('authorisedAddress')}
          span={12}
          value={authorisedAddress}
          maxLength={500}
          autoComplete="off"
          onChange={(address) => {
            change({ authorisedAddress: address });
          }}
        />
      )}
    </>
  );
}
