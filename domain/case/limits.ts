/** 延期: at most so many, each as long as the original limit (domain.md section 3). */
export const EXTENSIONS_MAX = 2
/** 挂账 ends by a date within a year. */
export const SUSPENSION_DAYS_MAX = 366
