import { useState } from 'react'
import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { useRead } from '@/services/useAction'
import { CANVAS, paintOver } from './paint'
import { MarkButtons } from './MarkButtons'
import { Preview } from './Preview'
import { Stage } from './Stage'
import { useMarks } from './useMarks'
import './style.scss'

type RedactViewProps = { caseId: string; photoId: string }

/** 遮挡照片: the photo is asked of its case, so that nobody redacts what is not there any more. */
export function RedactView({ caseId, photoId }: RedactViewProps) {
  const query = useRead('readCase', { caseId, photoId })
  const [saved, setSaved] = useState(false)
  if (saved) return <Empty icon='circleCheck' title='已换成遮挡后的照片' words='从现在起谁也看不到原来那张。新照片检查通过后，邻居就能看到。' action={{ words: '返回', onPress: () => void Taro.navigateBack() }} />
  return (
    <Loaded query={query}>
      {({ photos }) => {
        const photo = photos?.find((each) => each.photoId === photoId)
        if (!photo) return <Empty icon='image' title='没有这张照片' words='可能已经换成遮挡后的照片，请回到案卷里看。' />
        return <Redact caseId={caseId} photoId={photoId} link={photo.link} onSaved={() => setSaved(true)} />
      }}
    </Loaded>
  )
}

function Redact({ caseId, photoId, link, onSaved }: RedactViewProps & { link: string; onSaved: () => void }) {
  const marks = useMarks(photoId)
  const [painted, setPainted] = useState<string>()
  const [painting, setPainting] = useState(false)
  const [failed, setFailed] = useState(false)
  async function look() {
    setPainting(true)
    setFailed(false)
    try {
      setPainted(await paintOver(link, marks.marks))
      void Taro.pageScrollTo({ scrollTop: 0 })
    } catch {
      setFailed(true)
    }
    setPainting(false)
  }
  const finish = () => {
    marks.clear()
    onSaved()
  }
  return (
    <>
      {process.env.TARO_ENV === 'weapp' && <Canvas type='2d' id={CANVAS} className='redact-canvas' />}
      {painted ? (
        <Preview caseId={caseId} photoId={photoId} path={painted} onBack={() => setPainted(undefined)} onSaved={finish} />
      ) : (
        <>
          <Notice words='在照片上划出一块，盖住路人的脸、车牌、门牌；可以盖几块。保存以前都可以撤销。' />
          <Stage link={link} marks={marks} />
          <MarkButtons marks={marks} />
          {failed && <Refusal words='照片没能打开，遮挡的位置都还在。请看看网络，再点一次。' />}
          <Button icon='eye' words='看看遮挡后的样子' disabled={marks.marks.length === 0} sending={painting} sendingWords='正在处理照片…' onPress={() => void look()} />
        </>
      )}
    </>
  )
}
