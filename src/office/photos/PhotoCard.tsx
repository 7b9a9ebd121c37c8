import type { ReactNode } from 'react'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { silent } from '@/components/pictureName'
import { Press } from '@/components/Press'
import { PHOTO_STATE } from '@/labels/photo'
import { DecidePhoto } from './DecidePhoto'
import './style.scss'

type Photo = NonNullable<Actions['readCase']['reply']['photos']>[number]
type PhotoCardProps = {
  photo: Photo
  /** Photos of a case can be redacted; one that was published about a survey can be sent again by who did. */
  caseId?: string
  /** Read aloud: 第 2 张. */
  label: string
  children?: ReactNode
}

const openRedaction = (caseId: string, photoId: string) => void Taro.navigateTo({ url: `/office/pages/redact/index?caseId=${encodeURIComponent(caseId)}&photoId=${encodeURIComponent(photoId)}` })

/** One photo, large enough to judge, how it stands, and what may be done with it. */
export function PhotoCard({ photo: { photoId, link, state }, caseId, label, children }: PhotoCardProps) {
  const { words, meaning, tone, icon } = PHOTO_STATE[state]
  return (
    <Card>
      <Press className='photo-card__look' label={`${label}，点按放大`} onPress={() => void Taro.previewImage({ urls: [link], current: link })}>
        <Image className='photo-card__image' src={link} mode='widthFix' {...silent} />
      </Press>
      <View className='photo-card__state'>
        <Badge words={words} tone={tone} icon={icon} />
        <Text className='photo-card__meaning'>{meaning}</Text>
      </View>
      {children}
      {caseId !== undefined && <Button kind='secondary' icon='eyeOff' words='遮挡人脸、车牌' onPress={() => openRedaction(caseId, photoId)} />}
      <DecidePhoto photoId={photoId} state={state} label={label} />
    </Card>
  )
}
