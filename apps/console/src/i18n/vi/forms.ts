export const forms = {
  title: 'Biểu mẫu',
  none: 'Chưa có biểu mẫu nào: biểu mẫu có sau khi tiếp nhận, yêu cầu bổ sung, từ chối, xin lỗi hoặc dừng giải quyết.',
  about: 'Mẫu số {{number}}, {{circular}} · {{at}}',
  receipt: 'Giấy tiếp nhận (PDF)',
  newTab: '(mở trong thẻ mới)',
};
