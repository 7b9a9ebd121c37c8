import { useIntoView } from '@/services/useIntoView'
import { Notice } from '../Notice'

/** Why a press was refused. It comes into view: the button may stand at the foot of the screen, and this a screen away. */
export const Refusal = ({ words }: { words: string }) => <Notice id={useIntoView(words)} tone='urgent' words={words} />
