import Taro from '@tarojs/taro'
import { confirm } from '@/services/confirm'
import { sendWaiting } from '@/services/reports/outbox'
import type { KeptReport } from '@/services/reports/keptReport'
import { changeReport, dropReport } from '@/services/reports/reportStore'

export const openReport = (key: string): void => void Taro.navigateTo({ url: `/pages/report/index?draft=${key}` })

export const tryAgain = (key: string): void => {
  changeReport(key, { trouble: null })
  void sendWaiting()
}

/** 改一改: a draft again, opened where all of it is seen. */
export function backToDraft(key: string) {
  changeReport(key, { state: 'draft', step: 'send', joins: null, trouble: null })
}

export async function removeReport({ key, sentBefore }: KeptReport): Promise<boolean> {
  const words = sentBefore ? '它也许已经发到了，只是没收到回音：删除后手机不再重发，已经发到的仍会办理。' : '照片和文字会从手机里删掉，不能恢复。'
  const sure = await confirm({ title: '删除这份报告？', words, yes: '删除', danger: true })
  if (sure) dropReport(key)
  return sure
}
