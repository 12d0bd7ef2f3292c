import { setting } from './settings.ts'

/** A tone: hertz and milliseconds; 0 Hz is a pause. */
type Tone = readonly [frequency: number, duration: number]

/** They differ in their number of tones and in their direction, so that nobody needs to know a pitch. `moves`: other people's order lines do. */
const sounds = {
  found: [[880, 70]],
  notFound: [
    [240, 160],
    [0, 60],
    [240, 260],
  ],
  confirmed: [
    [660, 80],
    [990, 140],
  ],
  moves: [
    [740, 80],
    [0, 30],
    [740, 80],
    [0, 30],
    [520, 160],
  ],
} as const satisfies Readonly<Record<string, readonly Tone[]>>
export type Sound = keyof typeof sounds

const LOUDNESS = 0.2 // of 1
const FADE = 0.01 // seconds: a tone that starts or ends at once clicks

let context: AudioContext | undefined
let free = 0 // the time of the context, in seconds, at which the last sound has ended

/** Plays the sound after those that are still heard, unless the person switched sounds off. Where there is no device it is silent. */
export function play(sound: Sound): void {
  if (!setting('sounds')) return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
  const isBusy = free - context.currentTime > 2 // twenty scans in two seconds are not heard one by one
  if (isBusy) return
  let at = Math.max(context.currentTime, free)
  for (const [frequency, duration] of sounds[sound]) {
    if (frequency > 0) playTone(context, frequency, at, duration / 1000)
    at += duration / 1000
  }
  free = at + 0.05
}

function playTone(context: AudioContext, frequency: number, from: number, duration: number): void {
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.type = 'triangle'
  oscillator.frequency.value = frequency
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(LOUDNESS, from + FADE)
  volume.gain.setValueAtTime(LOUDNESS, from + duration - FADE)
  volume.gain.linearRampToValueAtTime(0, from + duration)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + duration)
}
