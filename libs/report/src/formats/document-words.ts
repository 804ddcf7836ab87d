/** What stands in a report on paper beside the text, in both languages. */
export const documentWords = {
  vi: {
    title: 'BÁO CÁO',
    subject: 'phục vụ giám sát cải cách hành chính',
    unit: 'Đơn vị',
    period: 'Kỳ báo cáo',
    comparedWith: 'So với kỳ',
    asOf: 'Số liệu tính đến',
    figures: 'I. Số liệu',
    further: 'II. Số liệu khác',
    remarks: 'III. Nhận xét',
    noRemarks: 'Không có nhận xét.',
    columns: { figure: 'Chỉ tiêu', value: 'Giá trị', parts: 'Tử số / mẫu số', rule: 'Cách tính', other: 'Kỳ so sánh' },
    date: '…………, ngày …… tháng …… năm ………',
    signatures: [
      { who: 'NGƯỜI LẬP BÁO CÁO', how: '(Ký, ghi rõ họ tên)' },
      { who: 'THỦ TRƯỞNG ĐƠN VỊ', how: '(Ký tên, đóng dấu)' },
    ],
  },
  en: {
    title: 'REPORT',
    subject: 'for the supervision of administrative reform',
    unit: 'Unit',
    period: 'Period',
    comparedWith: 'Compared with',
    asOf: 'Figures as of',
    figures: 'I. Figures',
    further: 'II. Further figures',
    remarks: 'III. Remarks',
    noRemarks: 'No remarks.',
    columns: { figure: 'Figure', value: 'Value', parts: 'Parts', rule: 'Rule', other: 'Other period' },
    date: 'Done on ………………………',
    signatures: [
      { who: 'WRITTEN BY', how: '(signature, full name)' },
      { who: 'HEAD OF THE UNIT', how: '(signature, seal)' },
    ],
  },
} as const;
