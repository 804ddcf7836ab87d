import type { Words } from '../vi/index.ts';

export const organisation: Words['organisation'] = {
  title: 'Organisation',
  units: 'Units',
  staff: 'Staff',
  help: {
    units: 'Choose a day to see the tree of that day. Units are never deleted: one that is no more has a last day.',
    staff: 'Whoever leaves gets a last day and loses access after it; a move to another unit is a further validity.',
  },
  unit: 'Unit',
  kind: 'Level',
  kinds: {
    province: 'province',
    'district-office': 'district level',
    commune: 'commune, ward, township',
    department: 'department',
  },
  parent: 'Unit above',
  calendar: 'Working calendar',
  calendarAbove: 'that of the unit above',
  dossierCode: 'Code inside dossier codes',
  predecessors: 'Formed from',
  successors: 'Became',
  newUnit: 'New unit',
  person: 'Name',
  role: 'Work',
  roles: { 'counter-officer': 'counter', specialist: 'specialist', head: 'head of unit', leader: 'leader' },
  newStaff: 'New member of staff',
  staffId: 'Staff id (says nothing of the person)',
};
