import { vietnamCalendar } from '@motcua/calendar';
import type {
  CalendarDocument,
  ReferenceDocuments,
  ReasonDocument,
  ReferenceKind,
  UnitDocument,
  ReferenceEvent,
} from '@motcua/contracts';
import { createUnit, toReferenceRecord as toRecordOfVersions } from '@motcua/contracts/testing';
import { UnitDirectory } from '../people/unit-directory.ts';

const unit = (...[code, kind, parent, more]: Parameters<typeof createUnit>): UnitDocument =>
  createUnit(code, kind, parent, { name: { vi: `Đơn vị ${code}`, en: `Unit ${code}` }, ...more });

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

/** An entry in its only version, as the catalogue publishes it. */
export const toReferenceRecord = <Kind extends ReferenceKind>(kind: Kind, code: string, document: ReferenceDocuments[Kind]) =>
  toRecordOfVersions(kind, code, [document]);

/** The directory of these units, the reason and a calendar. */
export function createDirectory(of: CalendarDocument = calendar): UnitDirectory {
  const directory = new UnitDirectory();
  for (const document of units)
    directory.handlers.units(document.code, toVersions('units', toReferenceRecord('units', document.code, document)));
  directory.handlers.reasons(reason.code, toVersions('reasons', toReferenceRecord('reasons', reason.code, reason)));
  directory.handlers.calendars(of.id, toVersions('calendars', toReferenceRecord('calendars', of.id, of)));
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

/** The versions in a record of that kind, as the directory takes them. */
export const toVersions = <Kind extends ReferenceKind>(
  _kind: Kind,
  { value }: { readonly value: string },
): ReferenceEvent<Kind>['data']['versions'] => (JSON.parse(value) as ReferenceEvent<Kind>).data.versions; // A builder made it.
