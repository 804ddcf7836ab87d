/** The department that handles a field at district level, by the code of `data/reference/units.json`. */
export const departmentOfField: Readonly<Record<string, string>> = {
  'ho-tich': 'phong-tu-phap',
  'chung-thuc': 'phong-tu-phap',
  'xay-dung': 'phong-kinh-te-ha-tang',
  'ho-kinh-doanh': 'phong-tai-chinh-ke-hoach',
  'bao-tro-xa-hoi': 'phong-lao-dong-tbxh',
};
