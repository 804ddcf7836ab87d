/**
 * Common nouns that units' names begin with, and labels: within a sentence they are written small, the proper name large
 * (NĐ 30/2020/NĐ-CP, Phụ lục II). What is itself a name stays: "Bộ phận Một cửa", "Trung tâm Phục vụ hành chính công".
 */
const proper = ['Bộ phận Một cửa', 'Trung tâm', 'Ủy ban', 'UBND', 'Văn phòng', 'Chi nhánh', 'ISO', 'NĐ', 'QĐ'];

/** `Huyện Thanh Ba` → `huyện Thanh Ba`; `Hồ sơ trực tuyến` → `hồ sơ trực tuyến`. */
export function inSentence(text: string): string {
  if (proper.some((name) => text.startsWith(name))) return text;
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
