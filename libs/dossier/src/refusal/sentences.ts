/** Every "no" of the dossier, by its stable code: a sentence that says what to do, for people, in both languages. */
export const sentences = {
  'command.in-the-future': {
    vi: 'Thời điểm xảy ra nằm sau hiện tại quá 5 phút: hãy kiểm tra đồng hồ của máy và gửi lại.',
    en: 'It happened more than 5 minutes from now: check the clock of the sending machine and send again.',
  },
  'command.before-last-event': {
    vi: 'Thời điểm xảy ra nằm trước việc gần nhất của hồ sơ: hãy xem lịch sử hồ sơ, ghi đúng thời điểm hoặc dùng “đính chính”.',
    en: 'It happened before the dossier’s latest event: look at its history, give the right moment or correct the dossier.',
  },
  'command.not-backdatable': {
    vi: 'Lệnh này chỉ có hiệu lực từ lúc thực hiện, không ghi lùi thời điểm: hãy bỏ trường occurredAt.',
    en: 'This command holds from when it is given and cannot be dated back: leave occurredAt out.',
  },
  'command.reason-unknown': {
    vi: 'Lý do này không có trong danh mục của lệnh vào ngày đó: hãy chọn một trong các mã được nêu; lý do khác thì dùng “other” và ghi rõ ở reasonText.',
    en: 'The catalogue has no such reason for this command on that day: choose one of the codes that are named; for another reason take “other” and say it in reasonText.',
  },
  'command.reason-text-missing': {
    vi: 'Lý do này cần được nêu rõ bằng lời: hãy ghi vào reasonText.',
    en: 'This reason has to be said in words: write it into reasonText.',
  },
  'dossier.unknown': {
    vi: 'Chưa có hồ sơ này: hãy ghi nhận việc nộp hoặc tiếp nhận trước.',
    en: 'This dossier is not known: send its submission or receipt first.',
  },
  'dossier.already-exists': {
    vi: 'Hồ sơ này đã có: hãy dùng lệnh tiếp nhận trên chính hồ sơ.',
    en: 'This dossier exists: receive it by its own action.',
  },
  'dossier.not-received': {
    vi: 'Hồ sơ chưa được tiếp nhận: hãy tiếp nhận, yêu cầu bổ sung hoặc từ chối trước.',
    en: 'The dossier has not been received: receive it, ask for what is missing, or refuse it first.',
  },
  'dossier.submission-stopped': {
    vi: 'Hồ sơ đã dừng khi chưa được tiếp nhận: người nộp cần nộp hồ sơ mới nếu còn nhu cầu.',
    en: 'The submission was stopped before it was received: the applicant submits a new dossier where it is still wanted.',
  },
  'dossier.already-received': {
    vi: 'Hồ sơ đã được tiếp nhận: không cần tiếp nhận lại.',
    en: 'The dossier has been received: it need not be received again.',
  },
  'dossier.turned-away': {
    vi: 'Hồ sơ đã bị từ chối tiếp nhận: người nộp cần nộp hồ sơ mới.',
    en: 'The submission was refused: the applicant has to submit a new dossier.',
  },
  'dossier.already-ended': {
    vi: 'Hồ sơ đã kết thúc: chỉ còn đính chính.',
    en: 'The dossier has ended: only its record can be corrected.',
  },
  'dossier.recorded-otherwise': {
    vi: 'Việc này đã được ghi nhận với nội dung khác, nên lần này chưa ghi gì thêm: hãy xem lịch sử hồ sơ; nếu lần trước ghi sai thì hoàn tác hoặc đính chính.',
    en: 'This has been recorded already, and says something else; nothing was added: look at the history of the dossier, and where that is wrong, take it back or correct it.',
  },
  'dossier.not-ended': {
    vi: 'Hồ sơ chưa kết thúc nên không có thời điểm kết thúc để đính chính: hãy bỏ trường endedAt.',
    en: 'The dossier has not ended, so there is no end to correct: leave endedAt out.',
  },
  'dossier.clock-stands': {
    vi: 'Hồ sơ đang tạm dừng tính thời hạn: hãy ghi nhận bổ sung, nộp nghĩa vụ tài chính hoặc xử lý đề nghị rút trước.',
    en: 'The clock stands: record the supplement or the payment, or settle the withdrawal first.',
  },
  'dossier.supplement-already-requested': {
    vi: 'Đã yêu cầu bổ sung đủ số lần cho phép: hãy giải quyết theo hồ sơ hiện có hoặc từ chối có lý do.',
    en: 'A supplement has been requested as often as the rules allow: decide on what there is, or refuse with reasons.',
  },
  'dossier.no-supplement-open': {
    vi: 'Không có yêu cầu bổ sung nào đang chờ: không cần ghi nhận bổ sung.',
    en: 'No supplement is awaited: there is nothing to record.',
  },
  'dossier.no-payment-open': {
    vi: 'Không có nghĩa vụ tài chính nào đang chờ: không cần ghi nhận.',
    en: 'No payment is awaited: there is nothing to record.',
  },
  'dossier.no-due': {
    vi: 'Hồ sơ không có hạn trả nên không thể hẹn lại: hãy đính chính thời hạn trước.',
    en: 'The dossier has no due moment to re-appoint: correct its limit first.',
  },
  'dossier.extension-too-late': {
    vi: 'Đã quá thời điểm được gia hạn (chậm nhất 1 ngày trước hạn trả): hãy trả kết quả đúng hẹn; khi đã quá hạn thì dùng “Xin lỗi vì quá hạn” (apologise) để xin lỗi và hẹn thời điểm trả.',
    en: 'It is too late to extend (at the latest one day before due): return the result as appointed; once it is late, use “apologise” to say sorry and by when it comes.',
  },
  'dossier.apology-too-early': {
    vi: 'Hồ sơ chưa quá hạn: hãy trả kết quả đúng hẹn, hoặc xin lỗi và hẹn lại chậm nhất 1 ngày trước hạn trả.',
    en: 'The dossier is not late: return the result as appointed, or apologise and appoint another moment at the latest one day before due.',
  },
  'dossier.apology-standing': {
    vi: 'Đã xin lỗi và hẹn thời điểm trả, thời điểm đó chưa qua: hãy trả kết quả theo hẹn; quá thời điểm đó mới xin lỗi lại.',
    en: 'An apology was given, and the moment it promised has not passed: keep it; apologise again only after it.',
  },
  'dossier.apology-not-later': {
    vi: 'Thời điểm hẹn trả phải sau hiện tại: hãy chọn thời điểm muộn hơn.',
    en: 'The promised moment must lie ahead: choose a later one.',
  },
  'dossier.extension-same-day': {
    vi: 'Hồ sơ trả trong ngày không được hẹn lại: hãy giải quyết trong ngày; khi đã quá hạn thì dùng “Xin lỗi vì quá hạn” (apologise).',
    en: 'A same-day dossier cannot be re-appointed: settle it today; once it is late, use “apologise”.',
  },
  'dossier.extension-already-given': {
    vi: 'Hồ sơ đã được hẹn lại đủ số lần cho phép: hãy trả kết quả theo hẹn hiện tại.',
    en: 'The dossier has been re-appointed as often as the rules allow: keep the present appointment.',
  },
  'dossier.extension-not-later': {
    vi: 'Hạn mới phải sau hạn hiện tại: hãy chọn thời điểm muộn hơn.',
    en: 'The new due moment must lie after the present one: choose a later moment.',
  },
  'dossier.appointment-outside-hours': {
    vi: 'Thời điểm hẹn rơi vào ngày nghỉ hoặc ngoài giờ làm việc: hãy chọn thời điểm cơ quan làm việc.',
    en: 'The appointment falls on a day off or outside office hours: choose a moment at which the office is open.',
  },
  'dossier.unit-by-proposal': {
    vi: 'Trách nhiệm chỉ chuyển bằng lệnh “reassign”. Đơn vị ghi sai từ lúc tiếp nhận: hãy đề xuất bằng “propose-unit”, người có thẩm quyền phía trên cả hai đơn vị phê duyệt.',
    en: 'Responsibility moves by “reassign” alone. A unit that was wrong at receipt: propose the right one by “propose-unit”, somebody above both units approves it.',
  },
  'proposal.unknown': {
    vi: 'Hồ sơ không có đề xuất này: hãy xem các đề xuất của hồ sơ và gửi đúng số.',
    en: 'The dossier has no such proposal: look at its proposals and give the right number.',
  },
  'proposal.own': {
    vi: 'Người đề xuất không tự phê duyệt: hãy đề nghị một người có thẩm quyền khác.',
    en: 'Nobody approves their own proposal: ask another person who may.',
  },
  'proposal.already-decided': {
    vi: 'Đề xuất đã được quyết định: hãy xem lịch sử hồ sơ.',
    en: 'The proposal has been decided on: look at the dossier’s history.',
  },
  'proposal.lapsed': {
    vi: 'Đề xuất đã hết hiệu lực sau 5 ngày làm việc: số liệu giữ nguyên, hãy đính chính nếu cần.',
    en: 'The proposal lapsed after five working days: the figures stay; correct the dossier where needed.',
  },
  'proposal.earlier-pending': {
    vi: 'Thời điểm của việc liền trước còn chờ quyết định: hãy quyết định đề xuất đó trước.',
    en: 'The moment of the event before it is still waiting: decide on that proposal first.',
  },
  'proposal.before-earlier-event': {
    vi: 'Thời điểm đề xuất nằm trước việc liền trước: hãy từ chối đề xuất này.',
    en: 'The proposed moment lies before the event that came before it: reject the proposal.',
  },
  'proposal.overtaken': {
    vi: 'Hồ sơ đã được đính chính sau khi đề xuất: hãy từ chối đề xuất này.',
    en: 'The dossier was corrected after the proposal was made: reject the proposal.',
  },
  'dossier.revert-followed': {
    vi: 'Đây không phải là việc gần nhất của hồ sơ: hãy tải lại hồ sơ; việc đã có việc khác tiếp theo thì sửa bằng “đính chính”.',
    en: 'This is not the latest event of the dossier: load it again; what something followed is mended by a correction.',
  },
  'dossier.revert-not-possible': {
    vi: 'Việc này không hoàn tác được. Tiếp nhận nhầm: hãy ghi nhận đề nghị rút rồi dừng hồ sơ. Đính chính nhầm: hãy đính chính lại. Đề xuất nhầm: hãy bác đề xuất.',
    en: 'This cannot be undone. Received by mistake: record the withdrawal and stop the dossier. Corrected by mistake: correct it again. Proposed by mistake: reject the proposal.',
  },
  'dossier.revert-not-author': {
    vi: 'Chỉ người đã thực hiện mới được hoàn tác: hãy nhờ người đó, hoặc đề nghị thủ trưởng đính chính hồ sơ.',
    en: 'Only whoever did it may undo it: ask them, or ask the head to correct the dossier.',
  },
  'dossier.revert-too-late': {
    vi: 'Đã quá 5 phút kể từ khi ghi nhận nên không hoàn tác được: hãy đề nghị thủ trưởng đính chính hồ sơ.',
    en: 'More than five minutes have passed since it was recorded: ask the head to correct the dossier.',
  },
  'dossier.revert-calendar-changed': {
    vi: 'Lịch làm việc vừa đổi và làm ngày hẹn trả của hồ sơ thay đổi nên không hoàn tác được: hãy đề nghị thủ trưởng đính chính hồ sơ.',
    en: 'The calendar has changed and would move what this dossier was promised: ask the head to correct the dossier.',
  },
  'dossier.revert-rated': {
    vi: 'Người nộp đã đánh giá việc trả kết quả nên không hoàn tác được: hãy đề nghị thủ trưởng đính chính hồ sơ.',
    en: 'The applicant has rated the return: ask the head to correct the dossier.',
  },
  'dossier.nothing-to-correct': {
    vi: 'Không có trường nào để đính chính: hãy gửi ít nhất một trường.',
    en: 'There is no field to correct: send at least one.',
  },
  'procedure.not-at-this-level': {
    vi: 'Thủ tục này không tiếp nhận ở cấp của đơn vị: hãy chuyển đến đơn vị đúng cấp.',
    en: 'This procedure is not received at the level of the unit: go to a unit of the right level.',
  },
  'procedure.unknown': {
    vi: 'Không có thủ tục này vào ngày đó: hãy kiểm tra mã thủ tục hoặc bổ sung danh mục.',
    en: 'No such procedure on that day: check the code or add it to the catalogue.',
  },
  'unit.unknown': {
    vi: 'Không có đơn vị này vào ngày đó: hãy kiểm tra mã đơn vị hoặc bổ sung danh mục.',
    en: 'No such unit on that day: check the code or add it to the catalogue.',
  },
  'officer.not-of-unit': {
    vi: 'Người này không phải là công chức của đơn vị xử lý vào ngày đó: hãy chọn người của đơn vị, để trống trường officer, hoặc bổ sung danh mục công chức.',
    en: 'This officer is not staff of the handling unit on that day: name somebody of the unit, leave the field out, or enter them in the catalogue (PUT /v1/staff/{id}).',
  },
  'event.field-missing': {
    vi: 'Sự kiện thiếu trường bắt buộc: hãy bổ sung rồi gửi lại.',
    en: 'The event lacks a field it needs: add it and send again.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type DossierRefusalCode = keyof typeof sentences;
