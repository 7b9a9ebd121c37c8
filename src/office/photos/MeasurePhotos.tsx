import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { useRead } from '@/services/useAction'
import { PhotoCard } from './PhotoCard'
import { PhotoColumns } from './PhotoColumns'

/** Every photo of what an estate does about a survey's result, also to take back one that is out. */
export function MeasurePhotos({ surveyId }: { surveyId: string }) {
  const query = useRead('readSurvey', { surveyId })
  return (
    <Loaded query={query}>
      {({ survey, photos }) => {
        if (photos === null) return <Empty icon='lock' title='只有考核办可以处理照片' words='兼管这个小区的人员也不能处理。' />
        if (photos.length === 0) return <Empty icon='image' title='整改落实没有照片' />
        return (
          <>
            <Notice words={`${survey.estateName} ${survey.year}年满意率调查的整改落实。拍到路人的脸、车牌的，选“不公开”，请物业换一张再发。`} />
            <PhotoColumns>{photos.map((photo, index) => <PhotoCard key={photo.photoId} photo={photo} label={`第 ${index + 1} 张照片`} />)}</PhotoColumns>
          </>
        )
      }}
    </Loaded>
  )
}
