/** Who issues a form. */
export interface Office {
  /** In full, as it stands over papers: “Ủy ban nhân dân xã Đồng Xuân”. */
  readonly name: string;
  /** The authority above a department: it stands over the department’s name. */
  readonly above?: string | undefined;
  /** Where dossiers are received: “Bộ phận Tiếp nhận và Trả kết quả xã Đồng Xuân”. */
  readonly counter: string;
  /** Where it is, before the date: “Đồng Xuân”. */
  readonly place: string;
  readonly telephone?: string | undefined;
}
