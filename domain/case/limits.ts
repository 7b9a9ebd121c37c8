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

/**
 * What one case takes (decision 0046), all of it far below the document's limit of 512 KB: residents' words stand in documents of their own, so these bound
 * how many of them there are, and what else grows a case.
 */
/** 附议: far more than any estate's people come together about one thing. */
export const FOLLOWERS_MAX = 1000
/** 补充, of all its people together. */
export const REMARKS_OF_CASE_MAX = 200
/** 居民反映未解决 sends a case back so often; then somebody has been there so often. */
export const UNFIXED_MAX = 10
/** Reports that count by themselves, of one case and month: the law asks for three and for four. */
export const COUNTED_OF_MONTH_MAX = 20
/** 延期、挂账 asked for. */
export const REQUESTS_MAX = 10
/** 改派: every estate that could be meant; then it goes to and fro. */
export const REDIRECTS_MAX = 10
/** 核查 that find one and the same answer right; what decides (on site where that is asked, closing, or a mismatch) is not counted out. */
export const VERIFICATIONS_MAX = 3
/** 扣分事项 proposed, also those dropped. */
export const PROPOSALS_MAX = 20
/** A larger case takes nothing any more that it can do without; what brings it to its end always fits. */
export const CASE_BYTES_MAX = 256 * 1024
/** Up to here it is sent back as not matching, and photos in it are covered. What is left below the document's limit is for all "not fixed" with their answers and verifications. */
export const SENT_BACK_BYTES_MAX = 320 * 1024
