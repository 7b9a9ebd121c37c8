import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { called } from '@/components/pictureName'
import { uploadPhoto } from '@/services/upload'
import { troubleOf } from '@/services/trouble'
import { useSend } from '@/services/useAction'
import './style.scss'

type PreviewProps = { caseId: string; photoId: string; path: string; onBack: () => void; onSaved: () => void }

/** The very file that will take the photo's place. */
export function Preview({ caseId, photoId, path, onBack, onSaved }: PreviewProps) {
  // Once up it stays up: a second try sends no second file.
  const [fileId, setFileId] = useState<string>()
  const [percent, setPercent] = useState<number>()
  const [unsent, setUnsent] = useState('')
  const { send, sending, trouble } = useSend('redactPhoto')
  const uploading = percent !== undefined
  async function upload(): Promise<string | null> {
    setUnsent('')
    setPercent(0)
    try {
      const sent = (await uploadPhoto(path, setPercent)).fileId
      setFileId(sent)
      return sent
    } catch (error) {
      setUnsent(troubleOf(error).words)
      return null
    } finally {
      setPercent(undefined)
    }
  }
  async function save() {
    const replacement = fileId ?? (await upload())
    if (replacement !== null && (await send({ caseId, photoId, replacement })).ok) onSaved()
  }
  const words = unsent || trouble?.words
  return (
    <>
      <Notice tone='warn' words='请放大看仔细：该盖的都盖住了吗？保存以后谁也看不到原来那张，不能恢复。' />
      <Image className='redact-preview' src={path} mode='widthFix' {...called('遮挡后的照片')} />
      {words && <Refusal words={words} />}
      <View className='redact-acts'>
        <Button kind='secondary' icon='undo' words='再改改' disabled={uploading || sending} onPress={onBack} />
        <Button icon='check' words='换成这一张' sending={uploading || sending} sendingWords={uploading ? `正在上传 ${percent}%` : '正在保存…'} onPress={() => void save()} />
      </View>
    </>
  )
}
