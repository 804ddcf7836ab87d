import { ProblemError } from '@motcua/http';

export const noticeUnknown = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'notice.unknown',
    titles: { vi: 'Không có thông báo này', en: 'There is no such notice' },
    detail: {
      vi: 'Hãy chọn trong danh sách thông báo được xem; thông báo của mình ở hộp thông báo.',
      en: 'GET /v1/notices lists those you may read; your inbox holds your own.',
    },
  });

export const staffUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'staff.unknown',
    titles: { vi: 'Không có cán bộ này trong danh bạ', en: 'There is nobody with this id in the staff directory' },
    detail: {
      vi: `Không có công chức nào mang mã "${id}": hãy bổ sung danh mục công chức trước, rồi ghi cách liên lạc.`,
      en: `Nobody has the id "${id}". PUT /v1/staff/{id} enters somebody in the catalogue, PUT /v1/staff/{id}/contact how they are reached.`,
    },
  });

/** It repeats nothing of what was written in place of a code. */
export const unitUnknown = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: {
      vi: 'Hãy nêu mã đơn vị có trong danh mục.',
      en: 'Give the code of a unit of the catalogue: GET /v1/units.',
    },
  });

/** It repeats nothing of what was written in place of a template. */
export const mutedUnknown = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'preferences.template-unknown',
    titles: { vi: 'Không có mẫu thông báo này', en: 'There is no such template' },
    detail: {
      vi: '“mute” nhận mã mẫu thông báo: hãy chọn trong danh sách mẫu.',
      en: '"mute" takes ids of templates: GET /v1/notification-templates lists them.',
    },
  });

export const ruleTemplateUnfit = (template: string, audience: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'rule.template-unfit',
    titles: { vi: 'Mẫu thông báo không dùng được cho quy tắc này', en: 'The template does not fit the rule' },
    detail: {
      vi: `Không có mẫu "${template}" dành cho "${audience}": hãy chọn trong danh sách mẫu.`,
      en: `There is no template "${template}" written for "${audience}". GET /v1/notification-templates lists them with their audience.`,
    },
  });

export const idMismatch = (path: string, body: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'rule.id-mismatch',
    titles: { vi: 'Mã trong đường dẫn khác mã trong nội dung', en: 'The id of the path is not that of the body' },
    detail: {
      vi: `Đường dẫn ghi "${path}", nội dung ghi "${body}": hãy ghi giống nhau.`,
      en: `The path says "${path}", the body "${body}": give both the same.`,
    },
  });
