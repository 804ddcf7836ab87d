export const lookUp = {
  title: 'Tra cứu',
  help: 'Nhập đủ mã hồ sơ, mã ở hệ thống gốc, số điện thoại hoặc số định danh. Số của người nộp không lưu trong địa chỉ trang.',
  label: 'Mã hồ sơ, số điện thoại hoặc số định danh',
  search: 'Tìm',
  begin: 'Nhập mã hoặc số để tìm.',
  none: 'Không tìm thấy hồ sơ nào trong phạm vi của bạn. Kiểm tra lại từng chữ số; chỉ tìm theo số đầy đủ.',
  count: '{{number}} hồ sơ',
  most: 'Chỉ hiện 100 hồ sơ mới nhất.',
  sayWhy: 'Chọn lý do tra cứu; lý do được ghi vào nhật ký truy cập.',
  reason: 'Lý do tra cứu',
  reasons: {
    'citizen-asks': 'Người dân hỏi tại quầy',
    handling: 'Đang giải quyết hồ sơ',
    complaint: 'Khiếu nại, phản ánh',
    supervision: 'Kiểm tra, giám sát',
    support: 'Khắc phục sự cố',
  },
};
