import type { Actions } from '../../types/api'

/** 您的 3 次举报：2 处已整改，1 件已说明; empty while there is nothing to tell of. */
export function cameOfWords({ reported, fixed, open, refusedWithReason, joined }: Actions['readMyReports']['reply']): string {
  if (reported === 0) return ''
  const parts = [fixed > 0 && `${fixed} 处已整改`, refusedWithReason > 0 && `${refusedWithReason} 件已说明原因`, open > 0 && `${open} 件正在办`].filter(Boolean)
  return `您的 ${reported} 次举报：${parts.join('，')}${joined > 0 ? `（其中 ${joined} 次和邻居一起反映）` : ''}`
}
