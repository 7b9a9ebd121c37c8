import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { agoWords } from '@/domainViews/agoWords'
import { openCase } from '@/domainViews/openCase'
import { openSurveyResult } from '@/domainViews/openSurvey'
import { DESK_PHOTOS } from '@/labels/office'
import { useNow } from '@/services/useNow'
import { usePages } from '@/services/usePages'
import { PhotoCard } from './PhotoCard'
import { PhotoColumns } from './PhotoColumns'

/** 待审看的照片, oldest first: what WeChat could not judge, or held for bad. */
export function WaitingPhotos() {
  const now = useNow(60_000)
  const { query, pages, more, next, loadingMore } = usePages('listPhotosToDecide', {})
  const photos = pages.flatMap((page) => page.photos)
  return (
    <Loaded query={query}>
      {() =>
        photos.length === 0 && !more ? (
          <Empty icon='circleCheck' title={DESK_PHOTOS.done} words='照片由微信检查；它判断不了或认为有问题的，会排在这里。' />
        ) : (
          <>
            <Notice words='看一看：有没有不当内容，有没有路人的脸、车牌、门牌。需要时先遮挡，再公开。' />
            <PhotoColumns>
              {photos.map((photo, index) => (
                <PhotoCard key={photo.photoId} photo={photo} caseId={'caseId' in photo.of ? photo.of.caseId : undefined} label={`第 ${index + 1} 张照片`}>
                  <Owner of={photo.of} sent={`${agoWords(photo.at, now)}上传`} />
                </PhotoCard>
              ))}
            </PhotoColumns>
            <ListEnd more={more} loading={loadingMore} onMore={next} />
          </>
        )
      }
    </Loaded>
  )
}

type OwnerProps = { of: Actions['listPhotosToDecide']['reply']['photos'][number]['of']; sent: string }

/** Where the photo belongs, one tap away. */
const Owner = ({ of, sent }: OwnerProps) =>
  'caseId' in of
    ? <Button kind='quiet' icon='folderOpen' words={`看案卷（${sent}）`} onPress={() => openCase(of.caseId)} />
    : <Button kind='quiet' icon='hammer' words={`看${of.estateName}的整改落实（${sent}）`} onPress={() => openSurveyResult(of.surveyId)} />
