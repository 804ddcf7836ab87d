/** Every "no" of digitization, by its stable code: a sentence that says what to do, in both languages. */
export const sentences = {
  'digitization.not-received': {
    vi: 'Hồ sơ chưa được tiếp nhận nên chưa có danh mục giấy tờ: hãy tiếp nhận hồ sơ trước.',
    en: 'The dossier has not been received, so it has no list of documents yet: receive it first.',
  },
  'component.unknown': {
    vi: 'Hồ sơ không có thành phần này: hãy xem danh mục thành phần của hồ sơ và gửi lại.',
    en: 'The dossier has no such component: look at its list of components and send again.',
  },
  'component.not-scanned': {
    vi: 'Giấy tờ này không thuộc diện số hóa (chỉ để đối chiếu, ý kiến cơ quan khác hoặc mật): không được tải lên.',
    en: 'This document is not digitized (shown for comparison, an agency’s answer, or secret): do not upload it.',
  },
  'component.reused': {
    vi: 'Thành phần này đã tái sử dụng từ hồ sơ khác: muốn thay bằng bản quét mới, hãy kiểm tra và từ chối bản tái sử dụng trước.',
    en: 'This component is reused from another dossier: to replace it by a scan, reject the reused file in a check first.',
  },
  'component.already-there': {
    vi: 'Thành phần này đã có tệp: không cần tái sử dụng hay miễn số hóa nữa.',
    en: 'This component has a file: it needs neither reuse nor exemption.',
  },
  'component.too-many-files': {
    vi: 'Đã có 50 tệp cho giấy tờ này: hãy ghép các trang thành một tệp rồi tải lên.',
    en: 'This document has 50 files: join its pages into one file and upload that.',
  },
  'component.online-not-claimed': {
    vi: 'Chỉ hồ sơ nộp trực tuyến mới được miễn vì lý do này: hãy đính chính kênh tiếp nhận nếu ghi sai.',
    en: 'Only a dossier filed online is exempt for this reason: correct its channel if that is wrong.',
  },
  'result.unknown': {
    vi: 'Thủ tục không quy định kết quả này: hãy xem danh mục kết quả của hồ sơ và gửi lại.',
    en: 'The procedure prescribes no such result: look at the dossier’s results and send again.',
  },
  'scan.nothing-to-check': {
    vi: 'Giấy tờ này chưa có tệp để kiểm tra: hãy tải tệp lên trước.',
    en: 'There is no file to check: upload one first.',
  },
  'reuse.applicant-unknown': {
    vi: 'Không xác định được người nộp của một trong hai hồ sơ nên không thể tái sử dụng: hãy quét giấy tờ.',
    en: 'The applicant of one of the two dossiers is not known, so nothing can be reused: scan the document.',
  },
  'reuse.other-applicant': {
    vi: 'Tệp thuộc hồ sơ của người nộp khác nên không được tái sử dụng: hãy quét giấy tờ.',
    en: 'The file belongs to another applicant’s dossier and cannot be reused: scan the document.',
  },
  'reuse.consent-needed': {
    vi: 'Tệp thuộc hồ sơ của đơn vị khác: chỉ được tái sử dụng khi có quyền mở tệp đó, hoặc khi người trực tiếp xử lý hồ sơ này ghi nhận sự đồng ý của công dân (trường "consent").',
    en: 'The file belongs to a dossier that you may not open: reuse it with the right to its content, or let a handler of this dossier record the citizen’s consent (field "consent").',
  },
  'reuse.same-dossier': {
    vi: 'Tệp thuộc chính hồ sơ này: chỉ tái sử dụng từ hồ sơ khác.',
    en: 'The file belongs to this very dossier: only other dossiers’ files are reused.',
  },
  'reuse.gone': {
    vi: 'Tệp không còn được lưu hoặc đã bị từ chối khi kiểm tra: hãy quét giấy tờ.',
    en: 'The file is no longer kept, or a check rejected it: scan the document.',
  },
  'reuse.held-elsewhere': {
    vi: 'Tệp do kho lưu trữ của hệ thống khác giữ: hãy lấy tệp từ kho đó và tải lên.',
    en: 'The archive of another system keeps this file: take it from there and upload it.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type RefusalCode = keyof typeof sentences;
export interface Refusal {
  readonly refused: RefusalCode;
}

export const refuse = (code: RefusalCode): Refusal => ({ refused: code });
export const isRefusal = (decision: object): decision is Refusal => 'refused' in decision;
