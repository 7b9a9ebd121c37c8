import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { usePages } from '@/services/usePages'
import { PhotoCard } from './PhotoCard'
import { PhotoColumns } from './PhotoColumns'

/** Every photo of a case as the office handles it. */
export function CasePhotos({ caseId }: { caseId: string }) {
  const { query, pages, more, next, loadingMore } = usePages('readCase', { caseId })
  const photos = pages.flatMap((page) => page.photos ?? [])
  return (
    <Loaded query={query}>
      {({ pages: [first] }) => {
        if (!first || first.photos === null) return <Empty icon='lock' title='只有考核办可以处理照片' words='兼管这个小区的人员也不能处理。' />
        const { summary } = first
        if (photos.length === 0 && !more) return <Empty icon='image' title='这件案卷没有照片' />
        return (
          <>
            <Notice words={`${summary.estateName} ${summary.placeText}${summary.number ? `，编号 ${summary.number}` : ''}`} />
            <PhotoColumns>{photos.map((photo, index) => <PhotoCard key={photo.photoId} photo={photo} caseId={caseId} label={`第 ${index + 1} 张照片`} />)}</PhotoColumns>
            {more && <ListEnd more loading={loadingMore} onMore={next} />}
          </>
        )
      }}
    </Loaded>
  )
}
