import type { PhotoState } from '../../domain/privacy/photoCheck'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'
import type { PhotoFault } from '@/services/photo/photoFault'

/** After the name of what could not be taken: what it is, and a way on. */
export const PHOTO_FAULT = {
  video: '是视频，这里只收照片。请截一张画面，或直接拍照。',
  heic: '是 HEIC 格式，这个浏览器打不开。请直接拍照，或在手机“设置－相机－格式”里选“兼容性最佳”再拍；在微信里打开就不用管格式。',
  empty: '是空的，可能没有存完整。请换一张，或重新拍。',
  broken: '打不开，可能已损坏，或者不是照片。请换一张，或重新拍。',
  brokenOff: '不完整，像是存到一半断了。请重新拍一张，或换一张。',
  tooLarge: '太大（超过 5000 万像素或 10 MB）。请换一张，或直接拍照。',
  tooLong: '太长，缩小后看不清字。请分成几段截图再选。',
  full: '没能存下：手机给小程序的空间满了。请删掉几份不要的草稿，或清理手机空间后再选一次；别的照片和文字都还在。',
  lost: '在手机里找不到了，可能被系统清理掉。请重新拍一张再提交。',
} as const satisfies Record<PhotoFault, string>

/** How a photo's check stands, as the office reads it. */
export const PHOTO_STATE = {
  waiting: { words: '正在检查', meaning: '微信正在检查。办理的人看得到，邻居还看不到。', tone: 'info', icon: 'hourglass' },
  passed: { words: '已公开', meaning: '检查通过，邻居看得到。', tone: 'good', icon: 'eye' },
  risky: { words: '不公开', meaning: '只有考核办看得到。', tone: 'urgent', icon: 'eyeOff' },
  unchecked: { words: '微信没能判断', meaning: '办理的人看得到，邻居还看不到。', tone: 'warn', icon: 'circleHelp' },
} as const satisfies Record<PhotoState, { words: string; meaning: string; tone: Tone; icon: IconName }>
