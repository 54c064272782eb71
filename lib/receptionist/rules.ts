export { isOpenAt, type OpenSpan } from "./contract/opening";
