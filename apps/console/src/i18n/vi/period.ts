export const period = {
  title: 'Kỳ',
  thisMonth: 'Tháng này',
  thisQuarter: 'Quý này',
  thisYear: 'Năm nay',
  lastYear: 'Năm trước',
  other: 'Kỳ khác…',
  from: 'Từ ngày',
  to: 'Đến ngày',
  apply: 'Xem kỳ này',
  cancel: 'Bỏ',
  wrongOrder: 'Ngày đầu phải trước ngày cuối.',
};
