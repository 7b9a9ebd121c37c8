/** 延期: at most so many, each as long as the original limit (domain.md section 3). */
export const EXTENSIONS_MAX = 2
/** 退回: of one case, by whichever estates. */
export const RETURNS_MAX = 2
/** 挂账 ends by a date within a year. */
export const SUSPENSION_DAYS_MAX = 366
/** 回访: so long after the closing a reporter may still say that it is not fixed; what comes back later is a new problem (decision 0021). */
export const FOLLOW_UP_DAYS_MAX = 30
/** 回访 is asked a second time, and the last, so long after an answer about which a reporter said nothing. */
export const ASK_AGAIN_DAYS = 7
/** 补充: of one person to one case. */
export const REMARKS_MAX = 10
/** 评价: a mean is shown from so many ratings on, so that it gives nobody away. */
export const RATINGS_MIN = 5
