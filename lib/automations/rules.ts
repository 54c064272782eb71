export { describeRule, type Names } from "./rule/describe";
export { type Preset, presets } from "./rule/presets";
