/** Who can sign in to the demonstration, by what they do. */
export const accounts = {
  counter: 'xa-thanh-ba.counter',
  specialist: 'xa-thanh-ba.specialist',
  head: 'xa-thanh-ba.head',
  districtLeader: 'thanh-ba-2022.leader',
  provinceLeader: 'phu-tho.leader',
  delegation: 'phu-tho.delegation',
  auditor: 'phu-tho.auditor',
  admin: 'quan-tri',
} as const;

export type Person = keyof typeof accounts;

export const everybody = Object.keys(accounts) as readonly Person[];
