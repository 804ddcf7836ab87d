import { vietnamCalendar } from '@motcua/calendar';
import {
  referenceKinds,
  type CalendarDocument,
  type ReferenceDocuments,
  type ReasonDocument,
  type ReferenceKind,
  type UnitDocument,
} from '@motcua/contracts';
import { UnitDirectory } from '../organisation/unit-directory.ts';

const always = { validFrom: '2000-01-01', validTo: null, predecessors: [] };
const unit = (
  code: string,
  kind: UnitDocument['kind'],
  parent: string | null,
  more: Partial<UnitDocument> = {},
): UnitDocument => ({
  code,
  name: { vi: `Đơn vị ${code}`, en: `Unit ${code}` },
  kind,
  parent,
  ...always,
  ...more,
});

/** A province, a district office with a department, and two communes, all on the Vietnamese calendar. */
export const units: readonly UnitDocument[] = [
  unit('tinh', 'province', null, { calendar: 'vn' }),
  unit('huyen', 'district-office', 'tinh'),
  unit('phong', 'department', 'huyen'),
  unit('xa-a', 'commune', 'huyen'),
  unit('xa-b', 'commune', 'huyen'),
];

export const calendar = { ...vietnamCalendar } as CalendarDocument;

/** The one reason that notices of the specs know. */
export const reason: ReasonDocument = {
  code: 'verification',
  name: { vi: 'Cần xác minh, thẩm tra hồ sơ', en: 'The dossier has to be verified' },
  commands: ['extend'],
  asksText: false,
  validFrom: '1900-01-01',
  validTo: null,
};

/** As the catalogue publishes one entry. */
export function toReferenceRecord<Kind extends ReferenceKind>(kind: Kind, code: string, document: ReferenceDocuments[Kind]) {
  const value = JSON.stringify({
    specversion: '1.0',
    id: `${kind}/${code}/1`,
    source: 'urn:motcua:catalogue',
    type: referenceKinds[kind].type,
    subject: code,
    time: '2022-01-01T00:00:00.000Z',
    data: { code, versions: [{ version: 1, recordedAt: '2022-01-01T00:00:00.000Z', document }] },
  });
  return { key: code, value };
}

/** The directory of these units, the reason and a calendar. */
export function createDirectory(of: CalendarDocument = calendar): UnitDirectory {
  const directory = new UnitDirectory();
  for (const document of units)
    directory.putUnit(document.code, Buffer.from(toReferenceRecord('units', document.code, document).value));
  directory.putReason(reason.code, Buffer.from(toReferenceRecord('reasons', reason.code, reason).value));
  directory.putCalendar(of.id, Buffer.from(toReferenceRecord('calendars', of.id, of).value));
  return directory;
}

const allDay: [string, string][] = [['00:00', '24:00']];
/** A calendar that is open at every minute: what waits for hours does not wait. */
export const alwaysOpen: CalendarDocument = {
  ...calendar,
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  daysOff: [],
  workingDays: [],
};
