import type { Actions } from '../../../types/api'
import { EVERYDAY_NAMES } from '../../../domain/case/everydayNames'
import type { KeptReport } from '@/services/reports/keptReport'
import type { Sending } from '@/services/reports/sendReport'

/** What a report on the phone is about, in the person's own words. */
export const reportTitle = ({ text, categoryCode }: KeptReport): string => text.trim() || (categoryCode !== null && EVERYDAY_NAMES[categoryCode]) || '还没写说明'

export function reportPlace({ estateId, spotId, detail, location }: KeptReport, estates: Actions['whoAmI']['reply']['estates']): string {
  const estate = estates.find(({ id }) => id === estateId)
  const words = [estate?.name, estate?.spots.find(({ id }) => id === spotId)?.name, detail.trim()].filter(Boolean)
  return [...words, ...(location ? [words.length > 1 ? '（附地图位置）' : '地图上标的位置'] : [])].join(' ')
}

export const CHANGED_BEFORE = '您在重发前改过内容。如果前一次其实已经发到，收到的是改之前的样子，可以打开它补充。'

/** Why it is still here. That nothing is lost, and what happens next, is said around it. */
export const whyWaiting = (trouble: KeptReport['trouble']): string => (trouble ? `还没发出：${trouble.words.split('。')[0]!}。` : '等待发送，会自动发出。')

/** 照片 2/3，62%. */
export const sendingWords = ({ photo, photos, percent }: Sending): string => (photo > photos ? '照片都发好了，正在提交…' : `正在发送照片 ${photo}/${photos}，${percent}%`)
