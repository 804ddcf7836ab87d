import type {
  CalendarDocument,
  ProcedureDocument,
  ReasonDocument,
  RuleSetDocument,
  StaffDocument,
  UnitDocument,
} from '@motcua/contracts';

/** A commune that holds from 2020 on. */
export function aUnit(fields: Partial<UnitDocument> = {}): UnitDocument {
  return {
    code: 'dong-xuan',
    name: { vi: 'Xã Đồng Xuân' },
    kind: 'commune',
    parent: null,
    predecessors: [],
    validFrom: '2020-01-01',
    validTo: null,
    ...fields,
  };
}

/** A calendar of one working day a week. */
export function aCalendar(fields: Partial<CalendarDocument> = {}): CalendarDocument {
  return {
    id: 'vn',
    version: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    week: { mon: [['07:30', '11:30']] },
    daysOff: [],
    workingDays: [],
    sameDayCutOff: '15:00',
    confirmedThrough: '2026-12-31',
    ...fields,
  };
}

export function aProcedure(fields: Partial<ProcedureDocument> = {}): ProcedureDocument {
  return {
    code: '1.001193',
    name: { vi: 'Đăng ký khai sinh' },
    field: 'ho-tich',
    fieldName: { vi: 'Hộ tịch' },
    levels: ['commune'],
    limit: { amount: 0, unit: 'working-day' },
    maxLimit: null,
    serviceLevel: 'full',
    validFrom: '2020-01-01',
    validTo: null,
    ...fields,
  };
}

export function aReason(fields: Partial<ReasonDocument> = {}): ReasonDocument {
  return {
    code: 'components-missing',
    name: { vi: 'Thành phần hồ sơ chưa đầy đủ' },
    commands: ['refuse'],
    asksText: false,
    validFrom: '2020-01-01',
    validTo: null,
    ...fields,
  };
}

export function aRuleSet(fields: Partial<RuleSetDocument> = {}): RuleSetDocument {
  return {
    code: 'nd-61-2018',
    name: { vi: 'Nghị định 61/2018' },
    law: 'NĐ 61/2018/NĐ-CP',
    pauseRules: { supplement: 'restart', payment: 'subtract', withdrawal: 'subtract' },
    maxSupplementRequests: 1,
    maxExtensions: 1,
    extensionNoticeHours: 24,
    acceptanceLimit: { amount: 8, unit: 'working-hour' },
    validFrom: '2018-06-21',
    validTo: '2025-06-30',
    ...fields,
  };
}

export function aStaffMember(fields: Partial<StaffDocument> = {}): StaffDocument {
  return { id: 'dong-xuan.01', unit: 'dong-xuan', role: 'specialist', validFrom: '2020-01-01', validTo: null, ...fields };
}
