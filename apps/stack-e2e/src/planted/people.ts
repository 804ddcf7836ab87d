/** Somebody made up whose name, telephone number and ID number occur nowhere else. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
}

/** Written into every field that takes free text: to be found nowhere but in the mail that was sent. */
export const citizen: Person = { name: 'Trần Thị Bưởi Đào', phone: '0987600321', idNumber: '001088123456' };
/** Written into the fields that are there to keep such things: to be found in their columns and nowhere else. */
export const official: Person = { name: 'Lý Văn Mận Hậu', phone: '0987600432', idNumber: '001088234567' };
/** Written past every service, into a record that nobody can read: to be found in that record and in its dead letters. */
export const stranger: Person = { name: 'Đỗ Thị Quýt Hường', phone: '0987600543', idNumber: '001088345678' };

/** What is looked for: also without marks, escaped as in JSON or in a URL, and numbers in their international form. */
export function toNeedles({ name, phone, idNumber }: Person): string[] {
  const bare = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const escaped = JSON.stringify(name).replaceAll(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const forms = [name, bare, bare.toUpperCase(), encodeURIComponent(name), escaped.slice(1, -1)];
  return [...forms, phone.slice(1), idNumber.slice(2)];
}

/** Texts for a field that takes so many characters: all of it at once, and each alone, for fields that refuse letters or length. */
export function toTexts({ name, phone, idNumber }: Person, { format, maxLength = Infinity }: TextField): string[] {
  if (format === 'email') return [`${phone}.${idNumber}@hop-thu.example`];
  if (format === 'uri') return [`https://hop-thu.example/${phone}?${new URLSearchParams({ name, idNumber }).toString()}`];
  return [`${name}, ${phone}, ${idNumber}`, name, phone, idNumber].filter(({ length }) => length <= maxLength);
}

export interface TextField {
  readonly format?: string | undefined;
  readonly maxLength?: number | undefined;
}
