// Writes the sentence encoder's weights as one compact file: node convert.mjs <encoder.bin>
// The layout is read by bot/Conversations/Risk/Encoding/WeightReader.cs; all numbers are little-endian.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { pieces, tensors } from './original.mjs'

const panelWidth = 32 // outputs that lie side by side, as the C# kernel reads them
const chunks = []
const weights = tensors()

const int32 = value => { const bytes = Buffer.alloc(4); bytes.writeInt32LE(value); chunks.push(bytes) }
const float64 = value => { const bytes = Buffer.alloc(8); bytes.writeDoubleLE(value); chunks.push(bytes) }
const floats = values => values.forEach(value => { const bytes = Buffer.alloc(4); bytes.writeFloatLE(value); chunks.push(bytes) })
const int8s = values => chunks.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength))

function tensor(ending, ...shape) {
  const names = [...weights.keys()].filter(name => name.endsWith(ending))
  if (names.length !== 1) throw new Error(`${names.length} tensors end in ${ending}`)
  const found = weights.get(names[0])
  const actual = found.shape.filter(size => size !== 1)
  if (actual.join() !== shape.join()) throw new Error(`${ending} is ${actual}, not ${shape}`)
  return found.values
}

const scaleOf = values => values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / 127
const rounded = (value, scale) => scale === 0 ? 0 : Math.round(value / scale)

function writePieces() {
  const all = pieces()
  int32(all.length)
  for (const [piece, score] of all) {
    const text = Buffer.from(piece, 'utf8')
    int32(text.length)
    chunks.push(text)
    float64(score)
  }
}

function writeRows(values, rows, width) {
  const scales = new Float32Array(rows)
  const quantised = new Int8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    scales[row] = scaleOf(values.subarray(row * width, (row + 1) * width))
    for (let i = 0; i < width; i++) quantised[row * width + i] = rounded(values[row * width + i], scales[row])
  }
  int32(rows)
  int32(width)
  floats(scales)
  int8s(quantised)
}

/** A matrix of inputs × outputs and its bias; panels of 32 outputs, in each the inputs two by two. */
function writeLinear(values, bias, inputs, outputs) {
  const scales = new Float32Array(outputs)
  for (let o = 0; o < outputs; o++) scales[o] = scaleOf(Float32Array.from({ length: inputs }, (_, i) => values[i * outputs + o]))
  const quantised = new Int8Array(inputs * outputs)
  let at = 0
  for (let panel = 0; panel < outputs; panel += panelWidth) {
    for (let i = 0; i < inputs; i += 2) {
      for (let o = panel; o < panel + panelWidth; o++) {
        quantised[at++] = rounded(values[i * outputs + o], scales[o])
        quantised[at++] = rounded(values[(i + 1) * outputs + o], scales[o])
      }
    }
  }
  int32(inputs)
  int32(outputs)
  floats(scales)
  floats(bias)
  int8s(quantised)
}

function writeNorm(prefix, width) {
  int32(width)
  floats(tensor(`${prefix}layer_norm/layer_norm_scale/ConcatPartitions/concat`, width))
  floats(tensor(`${prefix}layer_norm/layer_norm_bias/ConcatPartitions/concat`, width))
}

function writeLayer(index, width) {
  const layer = `Encode/Layer_${index}/TransformerLayer/`
  const stack = `TransformerStack/Layer_${index}/TransformerLayer/`
  const attention = `${layer}MultiheadAttention/`
  writeNorm(`${layer}layer_prepostprocess/`, width)
  writeLinear(tensor(`${attention}qkv_transform_single/kernel/part_0`, width, 3 * width), tensor(`${attention}qkv_transform_single/bias/ConcatPartitions/concat`, 3 * width), width, 3 * width)
  writeLinear(tensor(`${attention}output_transform_single/kernel/part_0`, width, 512), tensor(`${attention}output_transform_single/bias/ConcatPartitions/concat`, 512), width, 512)
  writeNorm(`${layer}FFN/layer_prepostprocess/`, 512)
  writeLinear(tensor(`${stack}FFN/conv1/Tensordot/Reshape_1`, 512, 1536), tensor(`${layer}FFN/conv1/bias/ConcatPartitions/concat`, 1536), 512, 1536)
  writeLinear(tensor(`${stack}FFN/conv2/Tensordot/Reshape_1`, 1536, 512), tensor(`${layer}FFN/conv2/bias/ConcatPartitions/concat`, 512), 1536, 512)
}

chunks.push(Buffer.from('EBSENC01', 'ascii'))
writePieces()
writeRows(tensor('module/Embeddings_en', 8002, 256), 8002, 256)
floats(tensor('AddTimingSignal/TimingSignal/ExpandDims_1', 128))
writeLinear(tensor('Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat', 256, 512), tensor('Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat', 512), 256, 512)
writeLayer(0, 256)
writeLayer(1, 512)
writeLinear(tensor('hidden_layers/tanh_layer_0/weights', 512, 512), tensor('hidden_layers/tanh_layer_0/bias', 512), 512, 512)

const body = Buffer.concat(chunks)
const file = Buffer.concat([body, createHash('sha256').update(body).digest()])
writeFileSync(process.argv[2], file)
process.stdout.write(`${file.length} bytes, sha256 ${createHash('sha256').update(file).digest('hex')}\n`)
