export const statutory = {
  title: 'Biểu thống kê',
  form: 'Biểu',
  forms: { ii06a: 'II.06a – theo lĩnh vực', ii06b: 'II.06b – theo cơ quan, đơn vị', ii06c: 'II.06c – theo cấp' },
  number: 'Biểu số {{number}}',
  asOf: 'số liệu đến {{at}}',
  behind: 'còn {{number}} sự việc chưa cập nhật',
  no: 'STT',
  total: 'Tổng số',
  inPeriod: 'Trong kỳ',
  groups: {
    received: 'Số lượng hồ sơ tiếp nhận',
    finished: 'Số lượng hồ sơ đã giải quyết',
    open: 'Số lượng hồ sơ đang giải quyết',
  },
  handedOver:
    'Cột (6a), (6b): hồ sơ được bàn giao trách nhiệm giải quyết trong kỳ; (3) = (4) + (5) + (6) + (6a) − (6b) = (7) + (11).',
  none: 'Chưa có hồ sơ nào trong kỳ này.',
  open: '{{row}}, {{column}}: {{value}}, mở danh sách hồ sơ',
  help: 'Bấm vào một con số để mở danh sách hồ sơ của ô đó. Tệp tải về có mã kiểm tra ở dòng cuối: tệp đã bị sửa sẽ không còn khớp mã.',
};
