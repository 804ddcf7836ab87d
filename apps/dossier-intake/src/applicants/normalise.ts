/** Digits only, with the trunk zero: `+84 912-345-678` and `0912345678` are one number. */
export function normalisePhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return /^(?:00)?84\d{9,10}$/.test(digits) ? `0${digits.replace(/^(?:00)?84/, '')}` : digits;
}

/** Without spaces, dots and dashes, in capitals: passports have letters. */
export function normaliseIdNumber(idNumber: string): string {
  return idNumber.replaceAll(/[\s.-]/g, '').toUpperCase();
}
