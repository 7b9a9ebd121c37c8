import { View } from '@tarojs/components'
import { Notice } from '@/components/Notice'
import { PhotoGrid } from '@/components/PhotoGrid'
import { useNow } from '@/services/useNow'
import { endWords, momentWords } from '../momentWords'
import type { ReadCase } from './CaseStory'
import './style.scss'

/** 延期、挂账 that waits for the office's word; shown to those who handle the case. */
export function RequestView({ request }: Pick<ReadCase, 'request'>) {
  const now = useNow(60_000)
  if (!request) return null
  const what = request.kind === 'extension' ? '申请延期' : `申请挂账${request.until === null ? '' : `到${endWords(request.until, now)}`}`
  return (
    <Notice tone='warn' icon='hourglass' words={`物业${momentWords(request.at, now)}${what}，等考核办决定。理由：${request.text}`}>
      {request.photos.length > 0 && <View className='case-request'><PhotoGrid photos={request.photos} label='申请的照片' /></View>}
    </Notice>
  )
}
