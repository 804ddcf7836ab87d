/** Why a file is not taken, by its stable code; each sentence says what to do. */
export const fileSentences = {
  'file.missing': {
    vi: 'Chưa có tệp trong yêu cầu: hãy gửi một tệp dạng multipart/form-data.',
    en: 'There is no file in the request: send one as multipart/form-data.',
  },
  'file.too-many': {
    vi: 'Mỗi lần chỉ tải một tệp: hãy gửi từng tệp một.',
    en: 'One file at a time: send each by itself.',
  },
  'file.empty': { vi: 'Tệp rỗng: hãy quét lại.', en: 'The file is empty: scan again.' },
  'file.too-large': {
    vi: 'Tệp lớn hơn 50 MB: hãy quét ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.',
    en: 'The file is larger than 50 MB: scan at a lower resolution or split it.',
  },
  'file.cut-off': {
    vi: 'Tệp chưa được gửi hết: hãy gửi lại.',
    en: 'The file did not arrive whole: send it again.',
  },
  'file.type-refused': {
    vi: 'Nội dung tệp không phải PDF, PNG, JPEG, TIFF hoặc XML có chữ ký số: hãy xuất tệp theo một trong các định dạng đó.',
    en: 'By its content the file is no PDF, PNG, JPEG, TIFF or signed XML: export it as one of these.',
  },
  'file.broken': {
    vi: 'Tệp bị hỏng hoặc thiếu phần cuối: hãy quét hoặc xuất lại.',
    en: 'The file is broken or cut short: scan or export it again.',
  },
  'file.encrypted': {
    vi: 'Tệp PDF có mật khẩu hoặc bị mã hóa: hãy gỡ mật khẩu rồi tải lên.',
    en: 'The PDF is encrypted: remove its password and upload it again.',
  },
  'file.bomb': {
    vi: 'Tệp bung ra quá lớn so với dung lượng: hãy quét lại ở độ phân giải bình thường.',
    en: 'The file unpacks to far more than it should: scan it again at a normal resolution.',
  },
  'file.xml-unsigned': {
    vi: 'Tệp XML không có chữ ký số: hãy gửi bản đã ký hoặc bản PDF.',
    en: 'The XML carries no digital signature: send the signed one, or a PDF.',
  },
  'file.has-script': {
    vi: 'Tệp chứa mã lệnh (JavaScript, trang web hoặc hình SVG): hãy in ra PDF mới rồi tải lên.',
    en: 'The file carries a script (JavaScript, a page or an SVG): print it to a new PDF and upload that one.',
  },
  'file.has-launch': {
    vi: 'Tệp PDF có lệnh mở chương trình, mở tệp ở nơi khác hoặc gửi dữ liệu đi: hãy in ra PDF mới rồi tải lên.',
    en: 'The PDF starts a program, opens a file elsewhere or sends data away: print it to a new PDF and upload that one.',
  },
  'file.has-attachment': {
    vi: 'Tệp PDF có tệp khác đính kèm bên trong: hãy tải từng tệp riêng.',
    en: 'The PDF carries other files inside: upload each by itself.',
  },
  'file.polyglot': {
    vi: 'Tệp vừa là loại này vừa là loại khác (có dữ liệu thừa ở đầu hoặc cuối): hãy quét hoặc xuất lại.',
    en: 'The file is of two types at once (data before its beginning or behind its end): scan or export it again.',
  },
  'file.too-complex': {
    vi: 'Tệp quá phức tạp, không kiểm tra được trong thời gian cho phép: hãy in ra PDF mới hoặc quét lại.',
    en: 'The file is too complex to be examined in time: print it to a new PDF, or scan it again.',
  },
  'file.infected': {
    vi: 'Tệp chứa mã độc: không được tải lên; hãy kiểm tra máy đã tạo tệp.',
    en: 'The file carries malware and is not taken: check the machine it comes from.',
  },
} as const;
export type FileRefusalCode = keyof typeof fileSentences;

/** A file is refused; thrown, since it ends a chain of readers. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly code: FileRefusalCode) {
    super(fileSentences[code].en);
  }
}
