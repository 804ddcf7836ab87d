/** Somebody made up, who is written to by mail. */
export const citizen = {
  name: 'Trần Thị Mơ Lan',
  idNumber: '001088765432',
  email: '0987600765.mo-lan@hop-thu.example',
  language: 'vi',
} as const;

/** What of them may be found in no log and on no topic. */
export const planted: readonly string[] = [citizen.name, citizen.idNumber, citizen.email];
