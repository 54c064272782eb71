export { isOpenAt, type OpenSpan, spansOn } from "./contract/opening";
