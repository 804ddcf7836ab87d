/** What the counter of a commune sends when it receives a dossier. */
export const receipt = {
  unit: 'dong-xuan',
  procedure: '1.000689',
  channel: 'in-person',
  occurredAt: '2026-11-16T10:00:00+07:00',
} as const;

/** An applicant whose data occur nowhere else. */
export const person = {
  name: 'Nguyễn Thị Bí Mật',
  idNumber: '025185001234',
  phone: '+84 912 345 678',
  email: 'bi.mat@example.vn',
  address: 'Khu 7',
};
