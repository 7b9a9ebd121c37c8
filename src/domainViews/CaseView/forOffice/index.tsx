import type { ReadCase } from '../CaseStory'
import { PhotosOfCase } from './PhotosOfCase'
import { Reporters } from './Reporters'

/** What of a case only the office sees: who reported it, masked, and how its photos stand. */
export function ForOffice({ case_ }: { case_: ReadCase }) {
  return (
    <>
      <Reporters case_={case_} />
      <PhotosOfCase case_={case_} />
    </>
  )
}
