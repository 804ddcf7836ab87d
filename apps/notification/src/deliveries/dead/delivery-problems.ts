import { ProblemError } from '@motcua/http';

export const deliveryUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'delivery.unknown',
    titles: { vi: 'Không có lượt gửi này', en: 'There is no such delivery' },
    detail: {
      vi: `Không có lượt gửi "${id}": hãy chọn trong danh sách các lượt gửi không thành công.`,
      en: `There is no delivery "${id}". GET /v1/deliveries/dead lists those that can be sent anew.`,
    },
  });

export const deliveryNotDead = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'delivery.not-dead',
    titles: { vi: 'Lượt gửi chưa thất bại', en: 'The delivery has not failed' },
    detail: {
      vi: `Lượt gửi "${id}" đang được gửi, đã đến nơi hoặc nội dung không còn đúng do hồ sơ đã sang bước khác; chỉ gửi lại lượt không thành công hoặc hết hạn.`,
      en: `The delivery "${id}" is on its way, has arrived, or is no longer true because of what happened since. Only one that failed or expired is sent anew.`,
    },
  });
