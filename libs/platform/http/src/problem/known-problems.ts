import type { Titles } from './problem.ts';

interface KnownProblem {
  readonly code: string;
  readonly titles: Titles;
}

/** What a bare HTTP status means when nothing more is known: refusals of the framework, not of the domain. */
const byStatus: Readonly<Record<number, KnownProblem>> = {
  400: { code: 'request.malformed', titles: { vi: 'Yêu cầu không đọc được', en: 'The request cannot be read' } },
  401: { code: 'auth.missing', titles: { vi: 'Cần đăng nhập', en: 'Sign-in is needed' } },
  403: { code: 'auth.forbidden', titles: { vi: 'Không có quyền', en: 'Not permitted' } },
  404: { code: 'http.not-found', titles: { vi: 'Không tìm thấy', en: 'Not found' } },
  405: { code: 'http.method-not-allowed', titles: { vi: 'Phương thức không được phép', en: 'Method not allowed' } },
  409: { code: 'http.conflict', titles: { vi: 'Xung đột với trạng thái hiện tại', en: 'In conflict with the current state' } },
  412: { code: 'http.precondition-failed', titles: { vi: 'Trạng thái đã thay đổi', en: 'The state has changed' } },
  413: { code: 'http.too-large', titles: { vi: 'Nội dung quá lớn', en: 'The content is too large' } },
  415: { code: 'http.unsupported-media-type', titles: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported media type' } },
  422: { code: 'request.invalid', titles: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' } },
  429: { code: 'http.too-many-requests', titles: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' } },
  500: { code: 'http.internal', titles: { vi: 'Lỗi hệ thống', en: 'Internal error' } },
  502: {
    code: 'http.bad-gateway',
    titles: { vi: 'Dịch vụ phía sau không trả lời đúng', en: 'The service behind did not answer properly' },
  },
  503: {
    code: 'http.unavailable',
    titles: { vi: 'Dịch vụ tạm thời chưa sẵn sàng', en: 'The service is not available just now' },
  },
  504: { code: 'http.timeout', titles: { vi: 'Dịch vụ phía sau trả lời quá chậm', en: 'The service behind took too long' } },
};

const internal: KnownProblem = { code: 'http.internal', titles: { vi: 'Lỗi hệ thống', en: 'Internal error' } };
const malformed: KnownProblem = {
  code: 'request.malformed',
  titles: { vi: 'Yêu cầu không đọc được', en: 'The request cannot be read' },
};

/** The code and titles for a status; an unlisted one is taken for its class. */
export function knownProblem(status: number): KnownProblem {
  return byStatus[status] ?? (status >= 500 ? internal : malformed);
}
